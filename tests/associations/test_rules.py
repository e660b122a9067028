"""Who may do what with the associations: seen from the side of those who must not get in."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.associations.models import (
    Appointment,
    Body,
    CadrePlan,
    Congress,
    Membership,
    MemberStatement,
    Seat,
    Term,
)
from lienhiep.core.rules import policy_of
from tests.factories.associations import (
    AppointmentFactory,
    BodyFactory,
    CadrePlanFactory,
    CongressFactory,
    MembershipFactory,
    MemberStatementFactory,
    PartyCellFactory,
    SeatFactory,
    TermFactory,
    contact_officer,
)
from tests.factories.directory import PersonFactory
from tests.factories.journal import staff

pytestmark = pytest.mark.django_db

TRUSTED = {Role.LEADER, Role.OFFICE_MANAGER}
ANYONE = AnonymousUser()


def sees(user, row):
    """Say whether a user may read a row, asked in both ways."""
    model = type(row)
    seen = policy_of(model).can_view(user, row)
    assert seen == model.objects.visible_to(user).filter(pk=row.pk).exists()
    return seen


def test_party_cell_is_known_to_leader_and_office_manager_alone():
    cell = PartyCellFactory()
    rows = [
        cell,
        SeatFactory(body=cell),
        TermFactory(body=cell),
        CongressFactory(body=cell),
    ]

    seeing = {role for role in Role if all(sees(staff(role), row) for row in rows)}
    some = {role for role in Role if any(sees(staff(role), row) for row in rows)}

    assert not any(sees(ANYONE, row) for row in rows)
    assert seeing == some == TRUSTED


def test_person_reads_the_own_seat_in_the_party_cell_and_no_other():
    cell = PartyCellFactory()
    own, other = SeatFactory(body=cell), SeatFactory(body=cell)
    user = staff(Role.OFFICER, person=own.person)

    assert (sees(user, own), sees(user, other)) == (True, False)


def test_cadre_plans_and_appointments_are_for_leader_and_office_manager():
    rows = [CadrePlanFactory(), AppointmentFactory()]

    seeing = {role for role in Role if all(sees(staff(role), row) for row in rows)}
    some = {role for role in Role if any(sees(staff(role), row) for row in rows)}

    assert not any(sees(ANYONE, row) for row in rows)
    assert seeing == some == TRUSTED
    assert policy_of(CadrePlan).may(staff(Role.OFFICE_MANAGER), "review_plan", rows[0])
    assert not policy_of(CadrePlan).may(staff(Role.LEADER), "review_plan", rows[0])


def test_appointed_person_reads_the_own_appointment():
    appointment = AppointmentFactory()

    assert sees(staff(person=appointment.person), appointment)
    assert not sees(staff(person=PersonFactory()), appointment)


def test_body_off_the_site_is_for_staff_and_for_its_association():
    membership = MembershipFactory()
    user = contact_officer(membership)
    body = Body.objects.get(organisation=membership.organisation)
    seat = Seat.objects.get(body=body)

    assert not sees(ANYONE, body)
    assert not sees(staff(Role.JUROR), seat)
    assert sees(user, body)
    assert sees(user, seat)
    assert {role for role in Role if sees(staff(role), body)} == STAFF_ROLES


def test_closing_a_body_closes_its_terms_congresses_and_seats():
    body = BodyFactory()
    rows = [TermFactory(body=body), SeatFactory(body=body), CongressFactory(body=body)]
    before = [sees(ANYONE, row) for row in rows]

    body.is_public = False
    body.save()

    fresh = [type(row).objects.get(pk=row.pk) for row in rows]
    assert (before, [sees(ANYONE, row) for row in fresh]) == ([True] * 3, [False] * 3)


def test_association_reads_its_own_numbers_and_no_others():
    membership = MembershipFactory()
    user = contact_officer(membership)
    own = MemberStatementFactory(organisation=membership.organisation)
    other = MemberStatementFactory()

    assert (sees(user, own), sees(user, other), sees(ANYONE, own)) == (True, False, False)
    assert not policy_of(MemberStatement).may(user, "take_back_statement", own)


def test_membership_off_the_site_is_hidden_from_readers():
    shown, hidden = MembershipFactory(), MembershipFactory(is_public=False)

    assert (sees(ANYONE, shown), sees(ANYONE, hidden)) == (True, False)


def test_readers_do_not_see_what_is_between_office_and_association():
    hidden = {
        model: policy_of(model).hidden_fields(ANYONE)
        for model in (Membership, Seat, Congress, Term)
    }

    assert "leaving_reason" in hidden[Membership]
    assert "leaving_note" in hidden[Seat]
    assert "cancelling_reason" in hidden[Congress]
    assert hidden[Term] == {"note"}
    assert policy_of(Seat).hidden_fields(staff(Role.OFFICER)) == frozenset()


def test_only_officer_and_office_manager_keep_the_records():
    membership = MembershipFactory()

    may = {
        role for role in Role if policy_of(Membership).may(staff(role), "leave_union", membership)
    }

    assert may == {Role.OFFICER, Role.OFFICE_MANAGER}


def test_verbs_are_offered_while_the_record_admits_them(officer):
    open_one = MembershipFactory()
    left = MembershipFactory(
        until=date(2022, 1, 1), leaving_ground="withdrew", leaving_reason="Theo đơn"
    )
    may = policy_of(Membership).may

    assert [may(officer, "leave_union", row) for row in (open_one, left)] == [True, False]
    assert [may(officer, "return_to_union", row) for row in (open_one, left)] == [False, True]


def test_congress_that_was_held_is_not_deleted(officer):
    congress = CongressFactory(
        held_on=date(2022, 6, 10), last_day=date(2022, 6, 10), mode="hybrid", convened=9, present=8
    )

    assert not policy_of(Congress).may(officer, "delete", congress)
    assert not policy_of(Congress).may(officer, "hold_congress", congress)
    assert policy_of(Congress).may(officer, "report_congress", congress)


def test_revoked_appointment_is_not_changed():
    appointment = AppointmentFactory(revoked_on=date(2022, 5, 1), revoking_reason="Nhầm")

    assert not policy_of(Appointment).may(staff(Role.OFFICE_MANAGER), "change", appointment)
