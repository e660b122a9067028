"""What waits for the office and for an association."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.waiting import waiting_for
from tests.factories.associations import (
    AdmissionFactory,
    AppointmentFactory,
    BodyFactory,
    CadrePlanFactory,
    CadreReviewFactory,
    CongressFactory,
    MembershipFactory,
    MemberStatementFactory,
    PartyCellFactory,
    TermFactory,
    contact_officer,
)
from tests.factories.journal import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values")]

DAY = date(2022, 11, 20)


def waits(user, on=DAY):
    return [
        (item.record, item.since, item.due)
        for item in waiting_for(user, on)
        if item.room == "associations"
    ]


def test_nothing_waits_for_who_keeps_no_records():
    TermFactory(due_on=date(2022, 12, 1))
    AdmissionFactory()
    MembershipFactory()

    assert [waits(staff(role)) for role in (Role.EDITOR, Role.CONTACT_OFFICER)] == [[], []]


def test_congress_is_prepared_twelve_months_ahead_and_is_late_after_its_due_day(officer):
    soon = TermFactory(due_on=date(2023, 11, 20))
    late = TermFactory(due_on=date(2022, 11, 19))
    TermFactory(due_on=date(2023, 11, 21))
    TermFactory(due_on=date(2022, 12, 1), ended_on=date(2022, 10, 1))

    assert waits(officer) == [
        (late, date(2021, 11, 19), date(2022, 11, 19)),
        (soon, date(2022, 11, 20), date(2023, 11, 20)),
    ]


def test_planned_congress_waits_itself(officer):
    term = TermFactory(due_on=date(2022, 12, 1))
    congress = CongressFactory(body=term.body)

    assert waits(officer) == [(congress, date(2021, 12, 1), date(2022, 12, 1))]


def test_term_of_the_party_cell_waits_for_the_office_manager_alone(officer, manager):
    term = TermFactory(body=PartyCellFactory(), due_on=date(2022, 12, 1))

    assert waits(officer) == []
    assert [record for record, _since, _due in waits(manager)] == [term]


def test_report_of_a_congress_is_owed_thirty_days_after_its_last_day(officer):
    congress = CongressFactory(
        held_on=date(2022, 11, 1), last_day=date(2022, 11, 2), mode="online", convened=9, present=8
    )

    assert waits(officer) == [(congress, date(2022, 11, 2), date(2022, 12, 2))]


def test_applications_wait_from_the_day_they_were_received(officer):
    admission = AdmissionFactory()
    AdmissionFactory(refused_on=date(2022, 3, 1), reason="Thiếu hồ sơ")

    assert waits(officer) == [(admission, date(2022, 2, 1), None)]


@pytest.mark.parametrize(
    ("day", "year"), [(date(2022, 10, 31), 2021), (date(2022, 11, 1), 2022), (DAY, 2022)]
)
def test_numbers_of_a_year_are_asked_for_from_november(officer, day, year):
    MembershipFactory()

    assert waits(officer, day) == [(None, date(year, 11, 1), date(year, 12, 10))]


def test_association_states_its_own_numbers_until_they_are_stated():
    membership = MembershipFactory()
    user = contact_officer(membership)
    MembershipFactory()
    before = waits(user)

    MemberStatementFactory(organisation=membership.organisation, on=date(2022, 11, 15))

    assert before == [(membership, date(2022, 11, 1), date(2022, 12, 10))]
    assert waits(user) == []


def test_cadre_plans_are_reviewed_each_year_while_they_are_in_force(officer, manager):
    plan = CadrePlanFactory()
    CadrePlanFactory(valid_until=date(2022, 11, 19))
    CadreReviewFactory()

    assert waits(officer) == []
    assert waits(manager) == [(plan, date(2022, 10, 1), date(2022, 12, 31))]
    assert waits(manager, date(2022, 9, 30)) == []


def test_appointment_that_runs_out_waits_three_months_before(manager):
    appointment = AppointmentFactory(until=date(2023, 1, 31))
    AppointmentFactory(until=date(2023, 6, 30))

    assert waits(manager) == [(appointment, date(2022, 10, 31), date(2023, 1, 31))]


def test_term_of_a_body_off_the_site_waits_for_the_officer(officer):
    term = TermFactory(body=BodyFactory(is_public=False), due_on=date(2022, 12, 1))

    assert [record for record, _since, _due in waits(officer)] == [term]
