"""What associations state, and what is done with cadre plans and appointments."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.associations import actions
from lienhiep.associations.choices import AppointmentState, StatementState
from lienhiep.core.history import entries_of
from tests.factories.associations import (
    AppointmentFactory,
    CadrePlanFactory,
    MembershipFactory,
)
from tests.factories.directory import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db

END = date(2022, 12, 31)


def test_members_are_stated_once_a_day_by_who_belongs_to_the_union(officer):
    organisation = MembershipFactory().organisation
    actions.state_members(organisation=organisation, on=END, members=120, women=50, by=officer)

    with pytest.raises(ValidationError):
        actions.state_members(organisation=organisation, on=END, members=130, by=officer)
    with pytest.raises(ValidationError) as refusal:
        actions.state_members(organisation=OrganisationFactory(), on=END, members=1, by=officer)

    assert list(refusal.value.message_dict) == ["on"]


def test_statement_taken_back_makes_room_for_another(officer):
    organisation = MembershipFactory().organisation
    wrong = actions.state_members(organisation=organisation, on=END, members=1200, by=officer)

    actions.take_back_statement(statement=wrong, reason="Thừa một số không", by=officer)
    actions.state_members(organisation=organisation, on=END, members=120, by=officer)

    assert wrong.state == StatementState.TAKEN_BACK
    with pytest.raises(ValidationError):
        actions.restore_statement(statement=wrong, reason="Vẫn đúng", by=officer)


def test_persons_admitted_are_recorded_and_taken_back_with_a_reason(officer):
    organisation = MembershipFactory().organisation
    facts = {"organisation": organisation, "number": 20, "by": officer}
    first = actions.record_persons_admitted(
        since=date(2022, 1, 1), until=date(2022, 6, 30), **facts
    )

    with pytest.raises(ValidationError):
        actions.record_persons_admitted(since=date(2022, 6, 1), until=END, **facts)
    with pytest.raises(ValidationError):
        actions.take_back_statement(statement=first, reason="", by=officer)
    actions.take_back_statement(statement=first, reason="Báo lại cả năm", by=officer)
    whole = actions.record_persons_admitted(since=date(2022, 1, 1), until=END, **facts)

    assert (first.state, whole.state) == (StatementState.TAKEN_BACK, StatementState.STANDING)


def test_plan_is_reviewed_once_a_day(manager):
    plan = CadrePlanFactory()
    actions.review_plan(plan=plan, on=date(2022, 11, 15), by=manager)

    with pytest.raises(ValidationError) as refusal:
        actions.review_plan(plan=plan, on=date(2022, 11, 15), by=manager)

    assert list(refusal.value.message_dict) == ["on"]
    assert entries_of(plan)[0].log.action == "associations.review_plan"


def test_appointment_is_recorded_once_and_revoked_with_a_way_back(manager):
    facts = {
        "person": PersonFactory(),
        "post": "Phó Chánh Văn phòng",
        "decision": "38/QĐ-LHH",
        "decided_on": date(2022, 4, 12),
        "since": date(2022, 4, 15),
        "by": manager,
    }
    appointment = actions.appoint(**facts)

    with pytest.raises(ValidationError):
        actions.appoint(**facts)
    actions.revoke_appointment(
        appointment=appointment, on=date(2022, 5, 1), reason="Sai tên", by=manager
    )
    revoked = appointment.state
    actions.restore_appointment(appointment=appointment, reason="Đúng tên", by=manager)

    assert (revoked, appointment.state) == (AppointmentState.REVOKED, AppointmentState.STANDING)


def test_appointment_is_not_revoked_before_its_decision(manager):
    with pytest.raises(ValidationError) as refusal:
        actions.revoke_appointment(
            appointment=AppointmentFactory(), on=date(2022, 4, 1), reason="Nhầm", by=manager
        )

    assert list(refusal.value.message_dict) == ["on"]
