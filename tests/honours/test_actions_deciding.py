"""One decision, and the honours that it makes: all of them, or none."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.models.numbering import NumberState
from lienhiep.core.numbering import numbers_of
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours import actions
from lienhiep.honours.actions import Candidate, Subject
from lienhiep.honours.actions.register import BOOK
from lienhiep.honours.choices import HonourState, NominationState
from lienhiep.honours.models import Honour
from lienhiep.honours.reference_codes import VOTE_PERCENT
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.honours import (
    DECIDED,
    HonourFactory,
    HonourFormFactory,
    MeritFormFactory,
    UnionFactory,
    nominated,
    nomination_at,
)
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db


def decide(by, *subjects, **facts):
    given = {
        "form": HonourFormFactory(),
        "awarding_body": UnionFactory(),
        "year": 2022,
        "subjects": subjects or [Subject(person=PersonFactory())],
        "on": DECIDED,
        "symbol": "04/QĐ-LHH",
    }
    return actions.decide_honours(**{**given, **facts}, by=by)


def receive(by, **facts):
    given = {
        "form": MeritFormFactory(),
        "awarding_body": OrganisationFactory(kind=OrganisationKind.CENTRAL_UNION),
        "year": 2022,
        "subject": Subject(person=PersonFactory()),
        "on": DECIDED,
        "symbol": "231/QĐ-LHHVN",
    }
    return actions.record_received_honour(**{**given, **facts}, by=by)


def test_decide_honours_makes_the_honours_of_all_subjects_in_one_step(leader):
    association, person = OrganisationFactory(), PersonFactory()

    honours = decide(
        leader,
        Subject(organisation=association, money=894_000),
        Subject(person=person, achievement="Nuôi ong giỏi"),
        achievement="Có thành tích",
    )

    assert [(one.subject, one.achievement, one.money, one.state) for one in honours] == [
        (association, "Có thành tích", 894_000, HonourState.DECIDED),
        (person, "Nuôi ong giỏi", None, HonourState.DECIDED),
    ]


def test_decide_honours_numbers_what_the_union_gives_in_the_order_of_the_decision(leader):
    decide(leader, Subject(person=PersonFactory()), Subject(person=PersonFactory()))
    decide(leader, on=date(2022, 6, 1), year=2021)
    decide(leader, on=date(2023, 2, 1))

    assert list(Honour.objects.order_by("pk").values_list("certificate_number", flat=True)) == [
        "01/2023",
        "02/2023",
        "01/2022",
        "03/2023",
    ]


def test_decide_honours_stands_in_the_history_of_each_honour(leader):
    honours = decide(leader, Subject(person=PersonFactory()), Subject(person=PersonFactory()))

    acts = [entries_of(honour)[0].log for honour in honours]
    assert [act.action for act in acts] == ["honours.decide_honours"] * 2
    assert len({act.uuid for act in acts}) == 1


def test_decide_honours_takes_the_day_from_the_document(leader):
    document = OfficialDocumentFactory(issued_on=date(2023, 1, 5))

    (honour,) = decide(leader, on=None, document=document)

    assert (honour.decided_on, honour.decision, honour.decision_symbol) == (
        date(2023, 1, 5),
        document,
        "",
    )


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": None}, "on"),
        ({"on": today() + timedelta(days=1)}, "on"),
        ({"subjects": []}, "subjects"),
        ({"year": 2024}, "year_rewarded"),
        ({"subjects": [Subject()]}, "person"),
    ],
)
def test_decide_honours_refuses_what_cannot_be_and_makes_nothing(leader, facts, field):
    with pytest.raises(ValidationError) as no:
        decide(leader, **facts)

    assert list(no.value.message_dict) == [field]
    assert Honour.objects.count() == 0


def test_decide_honours_refuses_a_day_that_is_not_that_of_the_document(leader):
    document = OfficialDocumentFactory(issued_on=date(2022, 3, 10))

    with pytest.raises(ValidationError) as no:
        decide(leader, document=document)

    assert no.value.message_dict == {"on": ["Văn bản ghi ngày khác: 10/03/2022."]}


def test_decide_honours_names_the_one_who_cannot_be_honoured_and_makes_none(leader):
    known = HonourFactory(person=PersonFactory(full_name="Lê Thị Mai"))

    with pytest.raises(ValidationError) as no:
        decide(
            leader,
            Subject(person=PersonFactory()),
            Subject(person=known.person),
            form=known.form,
        )

    assert no.value.message_dict["__all__"] == [
        "Lê Thị Mai: Cá nhân này đã có khen thưởng này của nơi này cho năm này."
    ]
    assert list(Honour.objects.all()) == [known]


def test_decide_nomination_honours_all_nominees_by_one_decision(leader):
    association = OrganisationFactory()
    nomination = nominated(
        leader,
        Candidate(organisation=association, achievement="Dẫn đầu"),
        Candidate(person=PersonFactory(), described_as="Chi hội trưởng"),
        summary="Có thành tích năm 2022",
    )

    honours = actions.decide_nomination(
        nomination=nomination,
        on=DECIDED,
        symbol="04/QĐ-LHH",
        money_collective=894_000,
        money_person=447_000,
        by=leader,
    )

    assert [(one.achievement, one.described_as, one.money) for one in honours] == [
        ("Dẫn đầu", "", 894_000),
        ("Có thành tích năm 2022", "Chi hội trưởng", 447_000),
    ]
    assert (nomination.state, nomination.decided_on) == (NominationState.DECIDED, DECIDED)
    assert entries_of(nomination)[0].log.action == "honours.decide_honours"


def test_decide_nomination_leaves_out_whoever_is_not_chosen(leader):
    nomination = nominated(leader)
    first, _second = nomination.nominees.all()

    actions.decide_nomination(nomination=nomination, nominees=[first], on=DECIDED, by=leader)

    assert [honour.nominee for honour in Honour.objects.all()] == [first]


def test_decide_nomination_refuses_a_name_that_is_no_record_yet(leader):
    nomination = nominated(leader, Candidate(written_name="Trần Văn Lạ"))

    with pytest.raises(ValidationError) as no:
        actions.decide_nomination(nomination=nomination, on=DECIDED, by=leader)

    assert no.value.message_dict == {
        "nominees": ["Trước hết hãy gắn “Trần Văn Lạ” với hồ sơ trong danh bạ."]
    }
    assert nomination.state == NominationState.SUBMITTED


@pytest.mark.parametrize(("votes", "is_carried"), [(8, True), (7, False)])
def test_decide_nomination_asks_for_the_share_of_votes_in_force(leader, votes, is_carried):
    set_reference(
        code=VOTE_PERCENT, value=80, valid_from=date(2021, 1, 1), source="Quy chế", by=leader
    )
    nomination = nominated(leader, Candidate(person=PersonFactory()))
    actions.record_votes(
        nomination=nomination,
        on=date(2022, 12, 28),
        votes_of=9,
        votes={nomination.nominees.get(): votes},
        by=leader,
    )

    if is_carried:
        actions.decide_nomination(nomination=nomination, on=DECIDED, by=leader)
    else:
        with pytest.raises(ValidationError):
            actions.decide_nomination(nomination=nomination, on=DECIDED, by=leader)

    assert Honour.objects.count() == int(is_carried)


def test_decide_nomination_refuses_a_day_before_the_council(leader):
    nomination = nomination_at(NominationState.CONSIDERED, leader)

    with pytest.raises(ValidationError) as no:
        actions.decide_nomination(nomination=nomination, on=date(2022, 12, 22), by=leader)

    assert list(no.value.message_dict) == ["on"]


def test_a_nomination_is_not_decided_twice(leader):
    nomination = nomination_at(NominationState.DECIDED, leader)

    with pytest.raises(ValidationError):
        actions.decide_nomination(nomination=nomination, on=DECIDED, by=leader)

    assert Honour.objects.count() == 2


def test_record_received_honour_keeps_the_number_of_the_giver(officer):
    honour = receive(
        officer,
        subject=Subject(person=PersonFactory(), certificate_number="117"),
        conferred_on=date(2023, 1, 10),
        occasion="Lễ trao",
    )

    assert (honour.certificate_number, honour.state, honour.occasion) == (
        "117",
        HonourState.CONFERRED,
        "Lễ trao",
    )
    assert entries_of(honour)[0].log.action == "honours.record_received_honour"
    assert not numbers_of(BOOK, year=2023).exists()


def test_record_received_honour_refuses_what_the_union_gives_itself(officer):
    with pytest.raises(ValidationError) as no:
        receive(officer, form=HonourFormFactory(), awarding_body=UnionFactory())

    assert list(no.value.message_dict) == ["awarding_body"]
    assert Honour.objects.count() == 0
    assert not numbers_of(BOOK, year=2023).exists()


def test_record_received_honour_refuses_a_conferral_before_the_decision(officer):
    with pytest.raises(ValidationError):
        receive(officer, conferred_on=date(2023, 1, 4))

    assert Honour.objects.count() == 0


def test_add_to_decision_takes_over_form_year_decision_and_conferral(officer):
    honour = receive(officer, conferred_on=date(2023, 1, 10), occasion="Lễ trao")
    other = PersonFactory()

    added = actions.add_to_decision(honour=honour, person=other, by=officer)

    same = ("form", "awarding_body", "year_rewarded", "decided_on", "decision_symbol")
    same += ("conferred_on", "occasion", "ground")
    assert [getattr(added, name) for name in same] == [getattr(honour, name) for name in same]
    assert added.person == other
    assert entries_of(added)[0].log.action == "honours.add_to_decision"


def test_take_back_decision_makes_a_proposal_of_it_and_voids_the_number(leader):
    (honour,) = decide(leader)

    actions.take_back_decision(honour=honour, reason="Nhập nhầm số quyết định", by=leader)

    assert (honour.state, honour.certificate_number) == (HonourState.PROPOSED, "")
    (entry,) = numbers_of(BOOK, year=2023)
    assert (entry.number, entry.state) == (1, NumberState.VOIDED)


def test_an_honour_decided_again_has_a_new_number(leader):
    (honour,) = decide(leader)
    actions.take_back_decision(honour=honour, reason="Nhập nhầm", by=leader)

    actions.decide_proposed(honour=honour, on=date(2023, 1, 6), symbol="05/QĐ-LHH", by=leader)

    assert (honour.state, honour.certificate_number, honour.decision_label) == (
        HonourState.DECIDED,
        "02/2023",
        "05/QĐ-LHH",
    )


def test_take_back_decision_refuses_once_the_honour_is_handed_over(leader):
    honour = HonourFactory(conferred_on=date(2023, 1, 10))

    with pytest.raises(ValidationError):
        actions.take_back_decision(honour=honour, reason="Nhầm", by=leader)

    assert honour.decided_on == DECIDED


def test_take_back_decision_asks_for_a_reason(leader):
    with pytest.raises(ValidationError) as no:
        actions.take_back_decision(honour=HonourFactory(), reason=" ", by=leader)

    assert list(no.value.message_dict) == ["reason"]


def test_a_nomination_waits_again_once_all_its_decisions_are_taken_back(leader):
    nomination = nomination_at(NominationState.DECIDED, leader)
    first, second = Honour.objects.order_by("pk")

    actions.take_back_decision(honour=first, reason="Nhầm", by=leader)
    nomination.refresh_from_db()
    assert nomination.state == NominationState.DECIDED
    actions.take_back_decision(honour=second, reason="Nhầm", by=leader)

    nomination.refresh_from_db()
    assert nomination.state == NominationState.SUBMITTED


def test_a_nomination_decided_again_makes_nobody_twice(leader):
    nomination = nomination_at(NominationState.DECIDED, leader)
    for honour in Honour.objects.all():
        actions.take_back_decision(honour=honour, reason="Nhầm", by=leader)
    nomination.refresh_from_db()

    actions.decide_nomination(nomination=nomination, on=date(2023, 1, 6), by=leader)

    assert list(Honour.objects.values_list("decided_on", flat=True)) == [date(2023, 1, 6)] * 2
