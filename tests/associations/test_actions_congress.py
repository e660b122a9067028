"""Congresses: the quorum, the term that ends and the term that begins, and the way back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.associations import actions
from lienhiep.associations.choices import CongressState
from lienhiep.associations.models import Congress, Term
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from tests.factories.associations import (
    BodyFactory,
    CongressFactory,
    SeatFactory,
    TermFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values")]

JUNE = date(2022, 6, 10)


def hold(congress, by, **facts):
    defaults = {
        "on": JUNE,
        "mode": "in_person",
        "convened": 100,
        "present": 90,
        "term_label": "2022-2027",
        "term_years": 5,
    }
    return actions.hold_congress(congress=congress, by=by, **(defaults | facts))


def test_one_congress_of_a_body_is_planned_at_a_time(officer):
    body = BodyFactory()
    actions.plan_congress(body=body, planned_on=JUNE, by=officer)

    with pytest.raises(ValidationError):
        actions.plan_congress(body=body, planned_on=date(2022, 9, 1), by=officer)


@pytest.mark.parametrize(("present", "is_quorum"), [(49, False), (50, False), (51, True)])
def test_more_than_half_of_the_delegates_are_a_quorum(officer, present, is_quorum):
    congress = CongressFactory()

    if is_quorum:
        hold(congress, officer, present=present)
    else:
        with pytest.raises(ValidationError) as refusal:
            hold(congress, officer, present=present)
        assert list(refusal.value.message_dict) == ["present"]

    congress.refresh_from_db()
    assert (congress.held_on is not None) == is_quorum


def test_quorum_is_that_of_the_day_of_the_congress(officer):
    set_reference(
        code="associations.quorum_percent",
        value=66,
        valid_from=date(2025, 1, 1),
        source="Nghị định sau này",
        by=officer,
    )

    hold(CongressFactory(), officer, present=60)
    with pytest.raises(ValidationError):
        hold(CongressFactory(), officer, on=date(2025, 6, 10), present=60)


def test_congress_ends_the_term_before_with_its_seats_and_begins_the_next(officer):
    before = TermFactory(started_on=date(2017, 7, 1), due_on=date(2022, 7, 1), label="2017-2022")
    held = SeatFactory(body=before.body, term=before, since=date(2017, 7, 1))
    left = SeatFactory(
        body=before.body,
        term=before,
        since=date(2017, 7, 1),
        until=date(2019, 1, 1),
        leaving="retired",
    )

    congress = hold(CongressFactory(body=before.body), officer, last_day=date(2022, 6, 11))

    for row in (before, held, left):
        row.refresh_from_db()
    term = congress.new_term
    assert (term.started_on, term.due_on) == (date(2022, 6, 11), date(2027, 6, 11))
    assert before.ended_on == date(2022, 6, 10)
    assert (held.until, held.leaving) == (date(2022, 6, 10), "term_over")
    assert left.until == date(2019, 1, 1)
    assert entries_of(term)[0].log.action == "associations.hold_congress"


def test_term_begun_on_29_february_is_due_on_the_last_of_that_month(officer):
    congress = hold(CongressFactory(), officer, on=date(2024, 2, 29))

    assert congress.new_term.due_on == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"term_label": ""}, "term_label"),
        ({"term_years": None}, "term_years"),
        ({"term_years": 6}, "term_years"),
        ({"last_day": date(2022, 6, 9)}, "last_day"),
        ({"on": today() + timedelta(days=1)}, "last_day"),
    ],
)
def test_congress_refuses_at_the_field(officer, facts, field):
    with pytest.raises(ValidationError) as refusal:
        hold(CongressFactory(), officer, **facts)

    assert list(refusal.value.message_dict) == [field]
    assert not Term.objects.exists()


def test_extraordinary_congress_may_begin_no_term(officer):
    term = TermFactory()
    congress = CongressFactory(body=term.body, kind="extraordinary")

    hold(congress, officer, term_label="", term_years=None)

    term.refresh_from_db()
    assert (congress.new_term, term.ended_on) == (None, None)


def test_report_follows_the_last_day(officer):
    congress = hold(CongressFactory(), officer)

    with pytest.raises(ValidationError):
        actions.report_congress(congress=congress, on=date(2022, 6, 9), by=officer)
    actions.report_congress(congress=congress, on=date(2022, 6, 20), by=officer)

    assert congress.state == CongressState.REPORTED


def test_every_step_of_a_congress_has_its_way_back(officer):
    before = TermFactory(started_on=date(2017, 7, 1), due_on=date(2022, 7, 1))
    held = SeatFactory(body=before.body, term=before, since=date(2017, 7, 1))
    congress = hold(CongressFactory(body=before.body), officer)
    actions.report_congress(congress=congress, on=date(2022, 6, 20), by=officer)

    states = []
    for _step in range(2):
        actions.reopen_congress(congress=congress, reason="Ghi nhầm hội", by=officer)
        states.append(congress.state)

    before.refresh_from_db()
    held.refresh_from_db()
    assert states == [CongressState.HELD, CongressState.PLANNED]
    assert (before.ended_on, held.until) == (None, None)
    assert list(Term.objects.all()) == [before]


def test_congress_is_not_taken_back_once_seats_of_its_term_are_filled(officer):
    congress = hold(CongressFactory(), officer)
    SeatFactory(body=congress.body, term=congress.new_term, since=date(2022, 7, 1))

    with pytest.raises(ValidationError):
        actions.reopen_congress(congress=congress, reason="Nhầm", by=officer)

    assert Congress.objects.get().state == CongressState.HELD


def test_cancelled_congress_may_be_planned_anew_or_taken_back(officer):
    congress = CongressFactory()
    actions.cancel_congress(congress=congress, on=date(2022, 5, 1), reason="Dịch bệnh", by=officer)
    anew = actions.plan_congress(body=congress.body, planned_on=date(2022, 12, 1), by=officer)

    with pytest.raises(ValidationError):
        actions.reopen_congress(congress=congress, reason="Nhầm", by=officer)
    anew.delete()
    actions.reopen_congress(congress=congress, reason="Nhầm", by=officer)

    assert congress.state == CongressState.PLANNED
