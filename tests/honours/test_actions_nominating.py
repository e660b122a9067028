"""A nomination on its way: proposed, voted on, returned, refused or withdrawn."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.honours import actions
from lienhiep.honours.actions import Candidate
from lienhiep.honours.choices import NominationState
from lienhiep.honours.models import Nomination
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.honours import HonourFormFactory, nominated, nomination_at

pytestmark = pytest.mark.django_db

COUNCIL = date(2022, 12, 28)


def vote(nomination, by, *numbers, **facts):
    given = {
        "on": COUNCIL,
        "votes_of": 9,
        "votes": dict(zip(nomination.nominees.all(), numbers, strict=False)),
    }
    actions.record_votes(nomination=nomination, **{**given, **facts}, by=by)


def test_nominate_waits_for_the_council_with_its_nominees_in_order(officer):
    person = PersonFactory()

    nomination = nominated(officer, Candidate(written_name="Trần Văn Lạ"), Candidate(person=person))

    assert nomination.state == NominationState.SUBMITTED
    assert [(one.position, str(one)) for one in nomination.nominees.all()] == [
        (1, "Trần Văn Lạ"),
        (2, str(person)),
    ]


def test_nominate_is_one_entry_with_the_nominees_in_it(officer):
    (entry,) = entries_of(nominated(officer))

    assert entry.log.action == "honours.nominate"
    assert [kind for _label, kind, _changes in entry.children] == ["create", "create"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"candidates": []}, "candidates"),
        ({"on": today() + timedelta(days=1)}, "submitted_on"),
        ({"first_year": 2023}, "first_year"),
        ({"candidates": [Candidate()]}, "person"),
    ],
)
def test_nominate_refuses_what_cannot_be_and_keeps_nothing(officer, facts, field):
    with pytest.raises(ValidationError) as no:
        nominated(officer, **facts)

    assert field in no.value.message_dict
    assert Nomination.objects.count() == 0


def test_nominate_refuses_a_form_that_is_not_for_those_named(officer):
    flag = HonourFormFactory(for_persons=False)

    with pytest.raises(ValidationError) as no:
        nominated(officer, Candidate(person=PersonFactory()), form=flag)

    assert list(no.value.message_dict) == ["form"]


def test_nobody_is_named_twice_in_one_nomination(officer):
    person = PersonFactory()

    with pytest.raises(ValidationError):
        nominated(officer, Candidate(person=person), Candidate(person=person))


def test_record_votes_keeps_the_votes_on_each_nominee(officer):
    nomination = nominated(officer)

    vote(nomination, officer, 9, 7)

    assert (nomination.state, nomination.votes_of) == (NominationState.CONSIDERED, 9)
    assert list(nomination.nominees.values_list("votes_for", flat=True)) == [9, 7]
    assert entries_of(nomination)[0].log.action == "honours.record_votes"


@pytest.mark.parametrize(
    "facts",
    [{"on": date(2022, 12, 1)}, {"votes_of": 0}, {"on": today() + timedelta(days=1)}],
)
def test_record_votes_refuses_what_cannot_be(officer, facts):
    nomination = nominated(officer)

    with pytest.raises(ValidationError):
        vote(nomination, officer, 9, 9, **facts)

    nomination.refresh_from_db()
    assert nomination.state == NominationState.SUBMITTED


def test_record_votes_refuses_more_votes_than_members_voted(officer):
    nomination = nominated(officer)

    with pytest.raises(ValidationError):
        vote(nomination, officer, 10)

    nomination.refresh_from_db()
    assert nomination.council_on is None


def test_return_nomination_tells_the_reason_and_lets_the_votes_fall_away(officer):
    nomination = nominated(officer)
    vote(nomination, officer, 9, 9)

    actions.return_nomination(
        nomination=nomination, on=date(2022, 12, 29), reason="Thiếu xác nhận", by=officer
    )

    assert (nomination.state, nomination.return_reason) == (
        NominationState.RETURNED,
        "Thiếu xác nhận",
    )
    assert (nomination.council_on, nomination.votes_of) == (None, None)
    assert list(nomination.nominees.values_list("votes_for", flat=True)) == [None, None]


def test_resubmit_nomination_waits_again_with_other_names_and_words(officer):
    nomination = nomination_at(NominationState.RETURNED, officer)

    actions.resubmit_nomination(
        nomination=nomination,
        summary="Đã bổ sung",
        candidates=[Candidate(written_name="Trần Văn Lạ")],
        by=officer,
    )

    assert (nomination.state, nomination.summary) == (NominationState.SUBMITTED, "Đã bổ sung")
    assert [str(one) for one in nomination.nominees.all()] == ["Trần Văn Lạ"]


def test_resubmit_nomination_keeps_those_named_before_unless_others_are_named(officer):
    nomination = nomination_at(NominationState.RETURNED, officer)
    before = list(nomination.nominees.all())

    actions.resubmit_nomination(nomination=nomination, by=officer)

    assert list(nomination.nominees.all()) == before


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("return_nomination", NominationState.RETURNED),
        ("refuse_nomination", NominationState.REFUSED),
    ],
)
def test_returning_and_refusing_ask_for_a_reason_and_a_day_after_the_receipt(officer, name, state):
    nomination = nominated(officer)
    act = getattr(actions, name)

    with pytest.raises(ValidationError):
        act(nomination=nomination, on=COUNCIL, reason="", by=officer)
    with pytest.raises(ValidationError):
        act(nomination=nomination, on=date(2022, 12, 1), reason="Thiếu", by=officer)
    act(nomination=nomination, on=COUNCIL, reason="Thiếu", by=officer)

    assert nomination.state == state
    assert entries_of(nomination)[0].log.action == f"honours.{name}"


def test_withdraw_nomination_takes_it_out_of_the_hands_of_the_office(officer):
    nomination = nomination_at(NominationState.RETURNED, officer)

    actions.withdraw_nomination(nomination=nomination, reason="Nêu nhầm năm", by=officer)

    assert nomination.state == NominationState.WITHDRAWN


def test_a_decided_nomination_is_not_withdrawn(officer):
    nomination = nomination_at(NominationState.DECIDED, officer)

    with pytest.raises(ValidationError):
        actions.withdraw_nomination(nomination=nomination, reason="Muộn", by=officer)

    assert nomination.state == NominationState.DECIDED


@pytest.mark.parametrize("state", [NominationState.REFUSED, NominationState.WITHDRAWN])
def test_reopen_nomination_takes_a_refusal_or_a_withdrawal_back(officer, state):
    nomination = nomination_at(state, officer)

    actions.reopen_nomination(nomination=nomination, reason="Hội đồng xét lại", by=officer)

    assert nomination.state == NominationState.SUBMITTED
    assert (nomination.refusal_reason, nomination.withdrawal_reason) == ("", "")


def test_an_association_proposes_itself_as_a_collective(officer):
    association = OrganisationFactory()

    nomination = nominated(officer, Candidate(organisation=association), proposer=association)

    assert nomination.nominee_names == str(association)
