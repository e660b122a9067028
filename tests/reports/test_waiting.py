"""What waits in the yearly cycle."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.period import today
from lienhiep.core.waiting import waiting_for
from lienhiep.reports import waiting
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory
from tests.factories.reports import KeyTaskFactory, WorkPlanFactory, approved

pytestmark = pytest.mark.django_db
THIS_YEAR = today().year


@pytest.fixture
def plan(db):
    return approved(WorkPlanFactory(year=THIS_YEAR), on=date(THIS_YEAR - 1, 12, 20))


def task(plan, days, **facts):
    return KeyTaskFactory(plan=plan, due_on=today() + timedelta(days=days), **facts)


def of_reports(user):
    return [one for one in waiting_for(user) if one.room == "reports"]


def test_a_task_waits_for_the_role_that_leads_it_and_for_no_other(plan, officer):
    late, soon = task(plan, -3), task(plan, 20)
    editor = user_with(Role.EDITOR)

    found = of_reports(officer)

    assert [(one.record, one.is_late) for one in found] == [(late, True), (soon, False)]
    assert found[0].url == reverse("reports_keytask:inspect", args=[late.pk])
    assert of_reports(editor) == []


def test_what_is_far_ahead_done_dropped_or_not_approved_waits_for_nobody(plan, officer):
    task(plan, 90)
    task(plan, 1, done_on=today())
    task(plan, 1, dropped_on=today(), drop_reason="Thôi")
    KeyTaskFactory(plan=WorkPlanFactory(year=THIS_YEAR + 1), due_on=today())

    assert of_reports(officer) == []


def test_a_task_that_lies_with_nobody_in_particular_is_the_office_managers(plan):
    unled = task(plan, 1, lead_role="", lead_text="Thường trực")
    manager = user_with(Role.OFFICE_MANAGER)

    assert [one.record for one in of_reports(manager)] == [unled]


def test_whoever_acts_for_the_leading_organisation_finds_it_on_the_site(plan, monkeypatch):
    organisation = OrganisationFactory()
    led = task(plan, 1, lead_role="", lead_organisation=organisation)
    contact = user_with(Role.CONTACT_OFFICER)
    held = {"anyone", "signed-in", "role:contact_officer", f"org:{organisation.pk}"}
    monkeypatch.setattr(waiting, "principals", lambda user, on=None: frozenset(held))

    found = list(waiting.key_tasks(contact, today()))

    assert [one.record for one in found] == [led]
    assert found[0].url == f"/ke-hoach-cong-tac/{THIS_YEAR}/#nhiem-vu-{led.number}"


def test_a_plan_to_approve_waits_for_the_leader_only(leader, officer):
    plan = WorkPlanFactory(year=THIS_YEAR + 1)

    found = of_reports(leader)

    assert [(one.record, one.due) for one in found] == [(plan, date(THIS_YEAR + 1, 1, 31))]
    assert of_reports(officer) == []
    approved(plan, on=today())
    assert of_reports(leader) == []
