"""What the figures of the associations count, and what they leave out."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.core.principals import role_key
from tests.factories.associations import (
    AppointmentFactory,
    BodyFactory,
    CadrePlanFactory,
    CadreReviewFactory,
    CongressFactory,
    MembershipFactory,
    MemberStatementFactory,
    PartyCellFactory,
    PersonsAdmittedFactory,
    PlannedCadreFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)
LEFT = {"leaving_ground": "withdrew", "leaving_reason": "Theo đơn"}
HELD = {
    "held_on": date(2022, 6, 10),
    "last_day": date(2022, 6, 10),
    "mode": "in_person",
    "convened": 10,
    "present": 9,
}


def value(code, period=YEAR):
    return evaluate(figure_named(code), period).value


def committee(**facts):
    """Return the committee of a member association."""
    return BodyFactory(organisation=MembershipFactory(**facts).organisation)


def test_members_are_counted_on_the_last_day_of_the_period():
    MembershipFactory()
    MembershipFactory(since=date(2022, 12, 31))
    MembershipFactory(until=date(2022, 12, 31), **LEFT)
    MembershipFactory(until=date(2022, 12, 30), **LEFT)
    MembershipFactory(since=date(2023, 1, 1))
    MembershipFactory(kind="collective_member")
    MembershipFactory(kind="subordinate_unit")
    MembershipFactory(kind="affiliated_unit")

    assert [value(code) for code in ("B01", "B02", "B03")] == [3, 1, 2]


def test_who_came_and_who_left_explain_the_change_of_a_year():
    MembershipFactory()
    MembershipFactory(until=date(2021, 12, 31), **LEFT)
    MembershipFactory(until=date(2022, 6, 30), **LEFT)
    MembershipFactory(until=date(2022, 12, 31), **LEFT)
    MembershipFactory(since=date(2022, 3, 1))

    start, end = value("B01", Period.year(2021)), value("B01")
    came, left = value("B06"), value("B06a")

    # The one until 31/12/2021 counts on that day, and has left in 2022.
    assert (start, came, left, end) == (4, 1, 2, 3)
    assert start + came - left == end


def test_members_in_all_are_the_last_statement_of_each_association():
    one, two = MembershipFactory(), MembershipFactory()
    gone = MembershipFactory(until=date(2022, 6, 1), **LEFT)
    MemberStatementFactory(organisation=one.organisation, on=date(2021, 12, 31), members=90)
    MemberStatementFactory(
        organisation=one.organisation, members=100, women=40, doctors=3, professors=1, masters=10
    )
    MemberStatementFactory(
        organisation=one.organisation,
        on=date(2022, 12, 30),
        members=999,
        taken_back_on=date(2023, 1, 5),
        taken_back_reason="Nhầm",
    )
    MemberStatementFactory(organisation=two.organisation, on=date(2020, 12, 31), members=7)
    MemberStatementFactory(organisation=gone.organisation, members=50)

    assert [value(code) for code in ("B04", "B11", "B11a", "B11b")] == [107, 13, 40, 1]
    assert [part.value for part in evaluate(figure_named("B11"), YEAR).parts] == [3, 10]


def test_members_are_unknown_where_nobody_stated_them():
    MembershipFactory()

    assert value("B04") is None


def test_persons_admitted_count_by_the_last_day_of_their_time():
    PersonsAdmittedFactory(number=10)
    PersonsAdmittedFactory(since=date(2021, 7, 1), until=date(2022, 1, 1), number=5)
    PersonsAdmittedFactory(since=date(2022, 7, 1), until=date(2023, 1, 1), number=100)
    PersonsAdmittedFactory(
        number=1000, taken_back_on=date(2022, 8, 1), taken_back_reason="Nhầm hội"
    )

    assert value("B05") == 15


def test_congresses_of_member_associations_are_counted_against_terms_due():
    term = TermFactory(body=committee(), started_on=date(2017, 7, 1), due_on=date(2022, 7, 1))
    CongressFactory(body=term.body, **HELD)
    TermFactory(body=committee(), started_on=date(2017, 7, 1), due_on=date(2022, 12, 31))
    CongressFactory(body=committee(), kind="extraordinary", **HELD)
    CongressFactory(body=committee(kind="collective_member"), **HELD)
    CongressFactory(body=committee(until=date(2022, 6, 9), **LEFT), **HELD)
    CongressFactory(body=committee())

    counted = evaluate(figure_named("B07"), YEAR)

    assert (counted.value, counted.plan) == (1, 2)
    assert value("B07a") == 2


def test_term_that_ended_before_the_period_is_not_due_in_it():
    TermFactory(
        body=committee(),
        started_on=date(2017, 7, 1),
        due_on=date(2022, 1, 15),
        ended_on=date(2021, 12, 20),
    )

    assert value("B07a") == 0


def test_term_is_overdue_from_the_day_after_it_was_due():
    TermFactory(body=committee(), started_on=date(2017, 7, 1), due_on=date(2022, 12, 30))
    TermFactory(body=committee(), started_on=date(2017, 7, 1), due_on=date(2022, 12, 31))
    TermFactory(
        body=committee(),
        started_on=date(2017, 7, 1),
        due_on=date(2022, 7, 1),
        ended_on=date(2022, 12, 30),
    )

    assert value("B07b") == 1


def test_congress_of_the_party_cell_stands_in_a_figure_of_its_own():
    cell = PartyCellFactory()
    CongressFactory(body=cell, **HELD)

    assert [value(code) for code in ("B07", "B10", "B10a")] == [0, 1, 1]


def test_cadres_count_once_in_the_year_in_which_their_plan_was_reviewed():
    plan, second, unreviewed = CadrePlanFactory.create_batch(3)
    planned = PlannedCadreFactory(plan=plan)
    PlannedCadreFactory(plan=second, person=planned.person)
    PlannedCadreFactory(plan=plan, until=date(2022, 6, 1), reason="Chuyển công tác")
    PlannedCadreFactory(plan=unreviewed)
    CadreReviewFactory(plan=plan)
    CadreReviewFactory(plan=second)
    CadreReviewFactory(plan=second, on=date(2022, 3, 1))
    CadreReviewFactory(plan=unreviewed, on=date(2021, 11, 1))

    assert value("B09") == 1


def test_appointments_count_by_their_decision_unless_revoked():
    AppointmentFactory()
    AppointmentFactory(revoked_on=date(2022, 5, 1), revoking_reason="Nhầm")
    AppointmentFactory(decided_on=date(2021, 12, 31))

    assert value("B09a") == 1


@pytest.mark.parametrize("code", ["B09", "B09a"])
def test_figures_of_cadres_are_for_leader_and_office_manager(code):
    readers = figure_named(code).readers

    assert readers == {role_key(Role.LEADER), role_key(Role.OFFICE_MANAGER)}
