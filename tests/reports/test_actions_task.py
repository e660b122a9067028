"""Key tasks are taken over, completed, dropped and taken up again."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.history.reading import logs_of
from lienhiep.core.period import today
from lienhiep.reports.actions import (
    carry_over,
    complete_task,
    drop_task,
    reopen_task,
    take_over,
    title_from,
)
from lienhiep.reports.choices import TaskState
from lienhiep.reports.models import KeyTask
from tests.factories.directory import OrganisationFactory
from tests.factories.reports import KeyTaskFactory, WorkPlanFactory, approved

pytestmark = pytest.mark.django_db
THIS_YEAR = today().year


@pytest.fixture
def task(db):
    """An open task of a plan of this year."""
    plan = approved(WorkPlanFactory(year=THIS_YEAR), on=date(THIS_YEAR, 1, 1))
    return KeyTaskFactory(plan=plan, due_on=today())


def test_any_record_becomes_a_key_task_that_keeps_whence_it_stems(leader):
    plan = WorkPlanFactory(year=THIS_YEAR)
    record = OrganisationFactory(name="3. Hội Khoa học thử nghiệm")

    task = take_over(plan=plan, record=record, lead_role="officer", by=leader)

    assert task.title == "Hội Khoa học thử nghiệm"
    assert task.source_type == ContentType.objects.get_for_model(record)
    assert task.stems_from == record
    assert (task.number, logs_of(task)[0].action) == (1, "reports.take_over")


def test_a_record_is_taken_over_once_and_into_no_year_that_is_over(leader):
    record = OrganisationFactory()
    plan = WorkPlanFactory(year=THIS_YEAR)
    over = approved(WorkPlanFactory(year=THIS_YEAR - 1))
    take_over(plan=plan, record=record, by=leader)

    for wrong in (plan, over):
        with pytest.raises(ValidationError):
            take_over(plan=wrong, record=record, by=leader)
    assert KeyTask.objects.count() == 1


def test_a_record_that_is_gone_leaves_its_task(leader):
    record = OrganisationFactory()
    task = take_over(plan=WorkPlanFactory(year=THIS_YEAR), record=record, by=leader)
    record.delete()

    assert KeyTask.objects.get(pk=task.pk).stems_from is None


def test_a_long_name_is_cut_to_what_a_title_holds():
    assert len(title_from(OrganisationFactory.build(name="a" * 900))) == 500


def test_a_task_without_a_number_comes_last():
    plan = WorkPlanFactory()
    KeyTaskFactory(plan=plan, number=7)

    assert KeyTaskFactory(plan=plan).number == 8


def test_completion_keeps_day_result_and_evidence(task, leader):
    complete_task(task=task, on=today(), result="Xong", evidence="/so-lieu/E01/", by=leader)

    task.refresh_from_db()
    assert (task.state, task.result, task.evidence) == (TaskState.DONE, "Xong", "/so-lieu/E01/")
    assert logs_of(task)[0].action == "reports.complete_task"


def test_a_task_is_not_completed_tomorrow_twice_or_before_its_plan_is_approved(task, leader):
    planned = KeyTaskFactory(plan=WorkPlanFactory(year=THIS_YEAR + 1))

    with pytest.raises(ValidationError):
        complete_task(task=task, on=today() + timedelta(days=1), by=leader)
    with pytest.raises(ValidationError):
        complete_task(task=planned, on=today(), by=leader)
    complete_task(task=task, on=today(), by=leader)
    with pytest.raises(ValidationError):
        complete_task(task=task, on=today(), by=leader)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ở tủ số 3", "/a b", "ftp://x.vn/a"])
def test_evidence_that_leads_nowhere_or_astray_is_refused(task, leader, address):
    with pytest.raises(ValidationError) as refusal:
        complete_task(task=task, on=today(), evidence=address, by=leader)

    assert list(refusal.value.message_dict) == ["evidence"]


def test_a_task_is_dropped_with_a_reason_and_taken_up_again_with_one(task, leader):
    with pytest.raises(ValidationError):
        drop_task(task=task, reason="", by=leader)
    drop_task(task=task, reason="Không còn kinh phí", by=leader)
    assert (task.state, task.dropped_on) == (TaskState.DROPPED, today())
    with pytest.raises(ValidationError):
        complete_task(task=task, on=today(), by=leader)

    with pytest.raises(ValidationError):
        reopen_task(task=task, reason=" ", by=leader)
    reopen_task(task=task, reason="Đã có kinh phí", by=leader)

    task.refresh_from_db()
    assert (task.state, task.drop_reason) == (TaskState.OPEN, "")


def test_a_task_not_completed_is_carried_into_the_plan_of_a_later_year(task, leader):
    later = WorkPlanFactory(year=THIS_YEAR + 1)

    carried = carry_over(task=task, plan=later, by=leader)

    assert (carried.plan, carried.title, carried.lead_role) == (later, task.title, "officer")
    assert carried.stems_from == task
    with pytest.raises(ValidationError):
        carry_over(task=task, plan=task.plan, by=leader)


def test_a_completed_task_is_not_carried_over(task, leader):
    complete_task(task=task, on=today(), by=leader)

    with pytest.raises(ValidationError):
        carry_over(task=task, plan=WorkPlanFactory(year=THIS_YEAR + 1), by=leader)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, TaskState.OPEN),
        ({"due_on": today() - timedelta(days=1)}, TaskState.LATE),
        ({"due_on": today()}, TaskState.OPEN),
        ({"due_on": None}, TaskState.OPEN),
        ({"done_on": today(), "due_on": date(2020, 1, 1)}, TaskState.DONE),
        ({"dropped_on": today(), "drop_reason": "Thôi"}, TaskState.DROPPED),
    ],
)
def test_the_state_follows_from_dates_in_python_and_in_the_database(task, facts, state):
    for name, value in facts.items():
        setattr(task, name, value)
    task.save()

    assert task.state == state
    assert KeyTask.objects.with_state().get().state_code == state


def test_a_task_of_a_plan_not_approved_is_only_planned():
    task = KeyTaskFactory()

    assert task.state == TaskState.PLANNED
    assert KeyTask.objects.with_state().get().state_code == TaskState.PLANNED


@pytest.mark.parametrize(
    "facts",
    [
        {"done_on": date(2022, 1, 1), "dropped_on": date(2022, 1, 1), "drop_reason": "x"},
        {"dropped_on": date(2022, 1, 1)},
        {"source_id": 5},
        {"number": 0},
    ],
)
def test_the_database_refuses_what_cannot_be(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyTaskFactory(**facts)


def test_who_leads_is_told_in_words_before_the_organisation_and_the_role():
    organisation = OrganisationFactory(name="Hội Y học thử nghiệm")
    task = KeyTaskFactory(lead_organisation=organisation, lead_text="Thường trực")

    assert task.lead == "Thường trực"
    task.lead_text = ""
    assert task.lead == "Hội Y học thử nghiệm"
    task.lead_organisation = None
    assert task.lead == "Chuyên viên"
