"""Taking back the last step of a task, whichever it was."""

import pytest
from django.core.exceptions import ValidationError

from lienhiep.advisory import actions
from lienhiep.advisory.actions import Reply
from lienhiep.advisory.choices import Answer, FundSource, TaskState
from lienhiep.advisory.models import AdvisoryTask, CouncilMember
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.advisory import OpinionFactory, task_at

pytestmark = pytest.mark.django_db

BEFORE = {
    TaskState.ACCEPTED: TaskState.RECEIVED,
    TaskState.COUNCIL: TaskState.ACCEPTED,
    TaskState.REVIEWED: TaskState.COUNCIL,
    TaskState.DELIVERED: TaskState.REVIEWED,
    TaskState.REPLIED: TaskState.DELIVERED,
    TaskState.CLOSED: TaskState.REPLIED,
    TaskState.DECLINED: TaskState.RECEIVED,
    TaskState.CANCELLED: TaskState.RECEIVED,
}


@pytest.mark.parametrize(("state", "before"), BEFORE.items())
def test_take_back_step_leads_to_the_state_before(officer, state, before):
    task = task_at(state)

    actions.take_back_step(task=task, reason="Ghi nhầm", by=officer)

    assert AdvisoryTask.objects.get().state == before
    assert entries_of(task)[0].reason == "Ghi nhầm"


def test_take_back_step_has_nothing_to_take_back_from_a_task_just_received(officer):
    task = task_at(TaskState.RECEIVED)

    with pytest.raises(ValidationError):
        actions.take_back_step(task=task, reason="Ghi nhầm", by=officer)


def test_take_back_step_asks_for_a_reason(officer):
    task = task_at(TaskState.ACCEPTED)

    with pytest.raises(ValidationError) as refused:
        actions.take_back_step(task=task, reason="", by=officer)

    assert list(refused.value.message_dict) == ["reason"]


def test_with_a_reply_its_answers_are_taken_back(officer):
    task = task_at(TaskState.DELIVERED)
    row = task.recommendations.first()
    actions.record_reply(task=task, on=today(), answers={row: Reply(Answer.ACCEPTED)}, by=officer)

    actions.take_back_step(task=task, reason="Ghi nhầm", by=officer)

    assert set(task.recommendations.values_list("answer", flat=True)) == {Answer.OPEN}


def test_recommendations_of_a_report_taken_back_give_way_to_those_of_the_next(officer):
    task = task_at(TaskState.DELIVERED)
    actions.take_back_step(task=task, reason="Gửi nhầm bản", by=officer)

    actions.deliver_report(task=task, on=today(), recommendations=["Chỉ một"], by=officer)

    assert list(task.recommendations.values_list("text", flat=True)) == ["Chỉ một"]


def test_a_council_with_papers_is_not_taken_back(officer):
    task = task_at(TaskState.COUNCIL)
    OpinionFactory(member=CouncilMember.objects.first())

    with pytest.raises(ValidationError):
        actions.take_back_step(task=task, reason="Ghi nhầm", by=officer)

    assert AdvisoryTask.objects.get().state == TaskState.COUNCIL


def test_an_acceptance_after_which_money_was_paid_is_not_taken_back(officer):
    task = task_at(TaskState.ACCEPTED)
    actions.record_payment(task=task, on=today(), amount=5, fund_source=FundSource.OWN, by=officer)

    with pytest.raises(ValidationError):
        actions.take_back_step(task=task, reason="Ghi nhầm", by=officer)

    actions.take_back_payment(task=task, reason="Ghi nhầm", by=officer)
    actions.take_back_step(task=task, reason="Ghi nhầm", by=officer)
    assert AdvisoryTask.objects.get().state == TaskState.RECEIVED


def test_take_back_payment_refuses_where_nothing_was_paid(officer):
    with pytest.raises(ValidationError):
        actions.take_back_payment(task=task_at(TaskState.ACCEPTED), reason="Nhầm", by=officer)
