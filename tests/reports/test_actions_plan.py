"""A plan of work is approved, and the approval taken back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.history.reading import logs_of
from lienhiep.core.period import today
from lienhiep.core.principals import organisation_key
from lienhiep.reports.actions import approve_plan, reopen_plan
from lienhiep.reports.choices import PlanState
from lienhiep.reports.models import Target, WorkPlan
from tests.factories.directory import OrganisationFactory
from tests.factories.office import OfficialDocumentFactory
from tests.factories.reports import KeyTaskFactory, TargetFactory, WorkPlanFactory, approved

pytestmark = pytest.mark.django_db
DAY = date(2021, 12, 28)


def refused(**facts):
    with pytest.raises(ValidationError) as refusal:
        approve_plan(**facts)
    return " ".join(refusal.value.messages)


def test_a_plan_without_a_task_is_not_approved(leader):
    plan = WorkPlanFactory()

    assert refused(plan=plan, on=DAY, by=leader) == "Kế hoạch chưa có nhiệm vụ nào."
    assert WorkPlan.objects.get().approved_on is None


def test_a_task_that_would_wait_for_nobody_is_named(leader):
    plan = WorkPlanFactory()
    KeyTaskFactory(plan=plan)
    KeyTaskFactory(plan=plan, lead_role="")
    assert "Nhiệm vụ số 2 " in refused(plan=plan, on=DAY, by=leader)

    plan.tasks.get(number=2).delete()
    KeyTaskFactory(plan=plan, due_on=None)
    assert "Nhiệm vụ số 2 " in refused(plan=plan, on=DAY, by=leader)


def test_no_plan_is_approved_tomorrow_or_twice(leader):
    plan = KeyTaskFactory().plan

    assert refused(plan=plan, on=today() + timedelta(days=1), by=leader)
    approve_plan(plan=plan, on=DAY, by=leader)
    assert refused(plan=plan, on=DAY, by=leader) == "Kế hoạch này đã được phê duyệt."


def test_the_approval_keeps_its_day_its_document_and_who_did_it(leader):
    plan = KeyTaskFactory().plan
    document = OfficialDocumentFactory()

    approve_plan(plan=plan, on=DAY, document=document, by=leader)

    plan.refresh_from_db()
    entry = logs_of(plan)[0]
    assert (plan.approved_on, plan.decided_by) == (DAY, document)
    assert (entry.action, entry.user) == ("reports.approve_plan", leader)


def test_whoever_leads_from_outside_reads_a_task_from_the_approval_on(leader):
    organisation = OrganisationFactory()
    task = KeyTaskFactory(lead_role="", lead_organisation=organisation)
    assert task.reader_keys() == set()

    approve_plan(plan=task.plan, on=DAY, by=leader)

    task.refresh_from_db()
    assert task.reader_keys() == {organisation_key(organisation.pk)}
    reopen_plan(plan=task.plan, reason="Duyệt nhầm", by=leader)
    task.refresh_from_db()
    assert task.reader_keys() == set()


def test_an_approval_is_taken_back_with_a_reason_only(leader):
    plan = approved(KeyTaskFactory().plan)

    with pytest.raises(ValidationError):
        reopen_plan(plan=plan, reason=" ", by=leader)
    reopen_plan(plan=plan, reason="Chỉ tiêu chưa khớp", by=leader)

    plan.refresh_from_db()
    assert plan.approved_on is None
    assert logs_of(plan)[0].data["reason"] == "Chỉ tiêu chưa khớp"


def test_the_targets_of_an_approved_plan_stand_fast():
    target = TargetFactory()
    approved(target.plan)
    target.value = 99

    with pytest.raises(ValidationError):
        target.save()
    with pytest.raises(ValidationError):
        target.delete()
    assert Target.objects.get().value == 40


@pytest.mark.parametrize(
    ("year", "approved_on", "state"),
    [
        (today().year, None, PlanState.DRAWN_UP),
        (today().year + 1, today(), PlanState.APPROVED),
        (today().year, today(), PlanState.RUNNING),
        (today().year - 1, today(), PlanState.OVER),
        (today().year - 1, None, PlanState.DRAWN_UP),
    ],
)
def test_the_state_follows_from_the_approval_and_the_year_in_python_and_in_the_database(
    year, approved_on, state
):
    plan = WorkPlanFactory(year=year, approved_on=approved_on)

    assert plan.state == state
    assert WorkPlan.objects.with_state().get().state_code == state


def test_a_year_has_one_plan_and_a_figure_one_target():
    target = TargetFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        WorkPlanFactory(year=target.plan.year)
    with pytest.raises(IntegrityError), transaction.atomic():
        TargetFactory(plan=target.plan, code=target.code)


def test_a_target_for_no_figure_is_refused_and_a_code_is_written_as_the_catalogue_does():
    plan = WorkPlanFactory()
    wrong, right = Target(plan=plan, code="Z99", value=1), Target(plan=plan, code="e01", value=1)

    with pytest.raises(ValidationError) as refusal:
        wrong.full_clean()
    right.full_clean()

    assert list(refusal.value.message_dict) == ["code"]
    assert right.code == "E01"
