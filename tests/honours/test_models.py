"""What a record of commendation may be, and what the database refuses by itself."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours.choices import (
    AwardingLevel,
    Direction,
    Ground,
    HonourState,
    NominationState,
    SubjectKind,
)
from lienhiep.honours.models import EmulationResult, Honour, Nomination
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.honours import (
    EmulationResultFactory,
    HonourFactory,
    HonourFormFactory,
    NominationFactory,
    ReceivedFactory,
    UnionFactory,
    nomination_at,
)

pytestmark = pytest.mark.django_db


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_an_honour_is_of_a_collective_or_a_person_and_of_one_of_them():
    honour = HonourFactory()
    honour.organisation = OrganisationFactory()

    with pytest.raises(ValidationError) as no:
        honour.full_clean()

    assert list(no.value.message_dict) == ["person"]
    refused(honour.save)


def test_the_kind_of_subject_follows_from_who_is_named():
    person = HonourFactory()
    collective = HonourFactory(person=None, organisation=OrganisationFactory())

    assert (person.subject_kind, collective.subject_kind) == (
        SubjectKind.PERSON,
        SubjectKind.COLLECTIVE,
    )


@pytest.mark.parametrize(
    ("kind", "above", "direction"),
    [
        (OrganisationKind.OWN_UNION, False, Direction.GIVEN),
        (OrganisationKind.COMMITTEE, True, Direction.GIVEN),
        (OrganisationKind.COMMITTEE, False, Direction.RECEIVED),
        (OrganisationKind.ASSOCIATION, True, Direction.RECEIVED),
        (OrganisationKind.CENTRAL_UNION, False, Direction.RECEIVED),
    ],
)
def test_given_or_received_follows_from_who_awards(kind, above, direction):
    union = UnionFactory()
    is_union = kind == OrganisationKind.OWN_UNION
    body = union if is_union else OrganisationFactory(kind=kind, parent=union if above else None)

    assert HonourFactory(awarding_body=body).direction == direction


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"decided_on": None}, HonourState.PROPOSED),
        ({}, HonourState.DECIDED),
        ({"conferred_on": date(2023, 1, 10)}, HonourState.CONFERRED),
        (
            {
                "conferred_on": date(2023, 1, 10),
                "revoked_on": date(2023, 6, 1),
                "revocation_reason": "Báo cáo sai",
            },
            HonourState.REVOKED,
        ),
    ],
)
def test_the_state_of_an_honour_is_the_same_in_python_and_in_the_database(facts, state):
    honour = HonourFactory(**facts)

    assert honour.state == state
    assert Honour.objects.with_state().get().state_code == state


@pytest.mark.parametrize("state", list(NominationState))
def test_the_state_of_a_nomination_is_the_same_in_python_and_in_the_database(leader, state):
    nomination = nomination_at(state, leader)

    assert nomination.state == state
    assert Nomination.objects.with_state().get().state_code == state


def test_an_honour_is_not_handed_over_before_it_is_decided():
    refused(lambda: HonourFactory(decided_on=date(2023, 1, 5), conferred_on=date(2023, 1, 4)))
    refused(lambda: HonourFactory(decided_on=None, conferred_on=date(2023, 1, 4)))


def test_a_revocation_has_its_reason():
    refused(lambda: HonourFactory(revoked_on=date(2023, 2, 1)))
    refused(lambda: HonourFactory(revocation_reason="Không rõ ngày"))


@pytest.mark.parametrize("who", ["person", "organisation"])
def test_nobody_has_the_same_form_of_the_same_body_for_one_year_and_ground_twice(who):
    subject = PersonFactory() if who == "person" else OrganisationFactory()
    facts = {"form": HonourFormFactory(), "person": None, who: subject}
    HonourFactory(**facts)

    refused(lambda: HonourFactory(**facts))
    assert HonourFactory(**facts, ground=Ground.SUDDEN).pk
    assert HonourFactory(**{**facts, "year_rewarded": 2021}).pk


def test_an_honour_may_be_given_anew_after_it_was_revoked():
    first = HonourFactory(revoked_on=date(2023, 2, 1), revocation_reason="Báo cáo sai")

    again = HonourFactory(form=first.form, person=first.person)

    assert again.state == HonourState.DECIDED


def test_a_double_honour_is_refused_in_words():
    first = HonourFactory()
    again = HonourFactory.build(
        form=first.form, person=first.person, awarding_body=first.awarding_body
    )

    with pytest.raises(ValidationError) as no:
        again.full_clean()

    assert no.value.message_dict["__all__"] == [
        "Cá nhân này đã có khen thưởng này của nơi này cho năm này."
    ]


def test_years_do_not_run_backwards_and_are_shown_from_the_first_to_the_last():
    refused(lambda: HonourFactory(first_year=2023))

    assert HonourFactory(first_year=2018).years_label == "2018-2022"
    assert HonourFactory(first_year=2022).years_label == "2022"


def test_nobody_is_honoured_for_a_year_after_the_decision():
    honour = HonourFactory.build(
        form=HonourFormFactory(),
        awarding_body=UnionFactory(),
        person=PersonFactory(),
        year_rewarded=2024,
    )

    with pytest.raises(ValidationError) as no:
        honour.full_clean()

    assert list(no.value.message_dict) == ["year_rewarded"]


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"for_persons": False, "name": "Cờ"}, "“Cờ” dành cho tập thể, không dành cho cá nhân."),
        (
            {"level": AwardingLevel.PROVINCE, "name": "Bằng khen"},
            "“Bằng khen” không do Liên hiệp hội tặng.",
        ),
    ],
)
def test_a_form_that_does_not_suit_is_refused(form, message):
    honour = HonourFactory.build(
        form=HonourFormFactory(**form), awarding_body=UnionFactory(), person=PersonFactory()
    )

    with pytest.raises(ValidationError) as no:
        honour.full_clean()

    assert no.value.messages == [message]


def test_a_form_of_the_union_comes_from_nobody_else():
    honour = ReceivedFactory.build(
        form=HonourFormFactory(name="Giấy khen"),
        awarding_body=OrganisationFactory(),
        person=PersonFactory(),
    )

    with pytest.raises(ValidationError) as no:
        honour.full_clean()

    assert no.value.messages == ["“Giấy khen” chỉ do Liên hiệp hội tặng."]


@pytest.mark.parametrize(
    ("person", "is_child"),
    [
        ({"birth_date": date(2007, 1, 6)}, True),
        ({"birth_date": date(2007, 1, 5)}, False),
        ({"birth_year": 2007}, True),
        ({"birth_year": 2006}, False),
        ({}, False),
    ],
)
def test_whoever_was_under_16_at_the_decision_is_a_child(person, is_child):
    honour = HonourFactory(person=PersonFactory(**person), decided_on=date(2023, 1, 5))

    assert honour.concerns_child == is_child


def test_a_pupil_counts_as_a_child_whatever_the_age_on_record():
    assert HonourFactory(is_pupil=True).concerns_child


def test_an_emulation_result_states_a_place_or_the_result_in_words():
    refused(lambda: EmulationResultFactory(rank=None))
    refused(lambda: EmulationResultFactory(rank=0))
    refused(lambda: EmulationResultFactory(rank=9, members=8))

    assert EmulationResultFactory(rank=2, members=8).outcome == "hạng 2 trên 8"
    assert EmulationResultFactory(rank=3).outcome == "hạng 3"
    assert EmulationResultFactory(rank=None, result="Được khen").outcome == "Được khen"


def test_an_organisation_has_one_result_in_a_cluster_and_year():
    first = EmulationResultFactory()

    refused(lambda: EmulationResultFactory(cluster=first.cluster))
    assert EmulationResult.objects.count() == 1


def test_a_nomination_has_one_end():
    refused(
        lambda: NominationFactory(
            decided_on=date(2023, 1, 5), refused_on=date(2023, 1, 5), refusal_reason="Không"
        )
    )
    refused(lambda: NominationFactory(refused_on=date(2023, 1, 5)))
    refused(lambda: NominationFactory(returned_on=date(2022, 1, 1), return_reason="Thiếu"))
    refused(lambda: NominationFactory(council_on=date(2022, 12, 28)))
