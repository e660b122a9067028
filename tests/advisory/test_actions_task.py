"""A task received, accepted, delivered, answered, paid and closed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.advisory import actions
from lienhiep.advisory.actions import Part, Reply
from lienhiep.advisory.choices import Answer, FundSource, PerformerRole, TaskState
from lienhiep.advisory.files import REPORT
from lienhiep.advisory.models import AdvisoryTask, Recommendation
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.advisory import RecommendationFactory, performed_task, task_at
from tests.factories.directory import OrganisationFactory
from tests.factories.files import pending

pytestmark = pytest.mark.django_db

MARCH, APRIL = date(2022, 3, 1), date(2022, 4, 1)


def receive(by, **facts):
    given = {
        "title": "Phản biện đề án cấp nước",
        "kind": "critique",
        "origin": "asked",
        "asker": OrganisationFactory(),
        "performers": [Part(OrganisationFactory(name="Hội Thủy lợi"))],
        "on": MARCH,
    }
    return actions.receive_task(**{**given, **facts}, by=by)


def test_receive_task_waits_to_be_accepted_with_who_performs_it(officer):
    task = receive(officer)

    assert task.state == TaskState.RECEIVED
    assert AdvisoryTask.objects.get().performers_label == "Hội Thủy lợi"


def test_receive_task_is_one_entry_with_the_performers_in_it(officer):
    task = receive(officer)

    (entry,) = entries_of(task)
    assert (entry.log.action, entry.log.user) == ("advisory.receive_task", officer)
    assert [kind for _label, kind, _changes in entry.children] == ["create"]


@pytest.mark.parametrize("roles", [[], [PerformerRole.PARTNER], [PerformerRole.LEAD] * 2])
def test_receive_task_asks_for_exactly_one_body_that_leads(officer, roles):
    parts = [Part(OrganisationFactory(), role) for role in roles]

    with pytest.raises(ValidationError) as refused:
        receive(officer, performers=parts)

    assert list(refused.value.message_dict) == ["performers"]
    assert AdvisoryTask.objects.count() == 0


def test_receive_task_refuses_a_day_in_the_future(officer):
    with pytest.raises(ValidationError) as refused:
        receive(officer, on=today() + timedelta(days=1))

    assert list(refused.value.message_dict) == ["received_on"]


def test_accept_task_may_agree_on_another_due_day(officer):
    task = performed_task(due_on=APRIL)

    actions.accept_task(task=task, on=MARCH, due_on=date(2022, 6, 1), by=officer)

    assert AdvisoryTask.objects.values_list("accepted_on", "due_on").get() == (
        MARCH,
        date(2022, 6, 1),
    )


def test_accept_task_refuses_a_day_before_the_receipt(officer):
    task = performed_task(received_on=APRIL)

    with pytest.raises(ValidationError) as refused:
        actions.accept_task(task=task, on=MARCH, by=officer)

    assert list(refused.value.message_dict) == ["on"]


def test_decline_task_asks_for_a_reason(officer):
    with pytest.raises(ValidationError) as refused:
        actions.decline_task(task=performed_task(), on=APRIL, reason=" ", by=officer)

    assert list(refused.value.message_dict) == ["reason"]


def test_a_task_is_not_accepted_after_it_was_declined(officer):
    task = task_at(TaskState.DECLINED)

    with pytest.raises(ValidationError):
        actions.accept_task(task=task, on=APRIL, by=officer)

    assert AdvisoryTask.objects.get().state == TaskState.DECLINED


def test_deliver_report_keeps_its_file_and_each_recommendation(officer):
    task = task_at(TaskState.ACCEPTED)
    file = pending(officer, use=REPORT)

    actions.deliver_report(
        task=task,
        on=today(),
        recommendations=["Tính lại dân số", "", "Bỏ mục ba"],
        report_file=file,
        by=officer,
    )

    assert AdvisoryTask.objects.get().report_file == file
    assert list(Recommendation.objects.values_list("position", "text")) == [
        (1, "Tính lại dân số"),
        (2, "Bỏ mục ba"),
    ]


def test_deliver_report_refuses_while_the_council_has_not_met(officer):
    task = task_at(TaskState.COUNCIL)

    with pytest.raises(ValidationError):
        actions.deliver_report(task=task, on=today(), by=officer)

    assert AdvisoryTask.objects.get().state == TaskState.COUNCIL


def test_deliver_report_refuses_a_day_before_the_session(officer):
    task = task_at(TaskState.REVIEWED)

    with pytest.raises(ValidationError) as refused:
        actions.deliver_report(task=task, on=task.session_on - timedelta(days=1), by=officer)

    assert list(refused.value.message_dict) == ["on"]


def test_record_reply_answers_the_recommendations_one_by_one(officer):
    task = task_at(TaskState.DELIVERED)
    first, second = task.recommendations.all()

    actions.record_reply(
        task=task,
        on=today(),
        answers={
            first: Reply(Answer.ACCEPTED),
            second: Reply(Answer.REFUSED, "Chưa có nguồn lực"),
        },
        by=officer,
    )

    assert list(Recommendation.objects.values_list("answer", "answer_reason")) == [
        ("accepted", ""),
        ("refused", "Chưa có nguồn lực"),
    ]


def test_record_reply_asks_why_something_was_not_taken_up_and_keeps_nothing(officer):
    task = task_at(TaskState.DELIVERED)
    row = task.recommendations.first()

    with pytest.raises(ValidationError):
        actions.record_reply(
            task=task, on=today(), answers={row: Reply(Answer.REFUSED)}, by=officer
        )

    assert AdvisoryTask.objects.get().replied_on is None


def test_record_reply_refuses_an_answer_to_another_report(officer):
    task = task_at(TaskState.DELIVERED)
    other = RecommendationFactory()

    with pytest.raises(ValidationError):
        actions.record_reply(
            task=task, on=today(), answers={other: Reply(Answer.ACCEPTED)}, by=officer
        )

    assert Recommendation.objects.get(pk=other.pk).answer == Answer.OPEN


def test_answer_recommendation_corrects_an_answer_and_tells_the_task(officer):
    task = task_at(TaskState.REPLIED)
    row = task.recommendations.first()

    actions.answer_recommendation(recommendation=row, answer=Answer.PARTLY, by=officer)

    assert Recommendation.objects.get(pk=row.pk).answer == Answer.PARTLY
    assert entries_of(task)[0].log.action == "advisory.answer_recommendation"


def test_answer_recommendation_refuses_before_the_reply_has_come(officer):
    row = task_at(TaskState.DELIVERED).recommendations.first()

    with pytest.raises(ValidationError):
        actions.answer_recommendation(recommendation=row, answer=Answer.PARTLY, by=officer)


def test_record_payment_takes_the_place_of_an_earlier_one(accountant):
    task = task_at(TaskState.ACCEPTED)
    for amount in (10_000_000, 12_000_000):
        actions.record_payment(
            task=task,
            on=today(),
            amount=amount,
            fund_source=FundSource.CONTRACT,
            by=accountant,
        )

    assert AdvisoryTask.objects.values_list("paid_amount", "fund_source").get() == (
        12_000_000,
        "contract",
    )


def test_record_payment_refuses_a_purse_that_does_not_exist(accountant):
    task = task_at(TaskState.ACCEPTED)

    with pytest.raises(ValidationError) as refused:
        actions.record_payment(
            task=task, on=today(), amount=5, fund_source="lottery", by=accountant
        )

    assert list(refused.value.message_dict) == ["fund_source"]


def test_close_task_without_a_reply_asks_why_none_is_awaited(officer):
    task = task_at(TaskState.DELIVERED)

    with pytest.raises(ValidationError) as refused:
        actions.close_task(task=task, on=today(), by=officer)

    assert list(refused.value.message_dict) == ["note"]


def test_close_task_with_a_reply_needs_no_note(officer):
    task = task_at(TaskState.REPLIED)

    actions.close_task(task=task, on=today(), by=officer)

    assert AdvisoryTask.objects.get().state == TaskState.CLOSED


@pytest.mark.parametrize("state", [TaskState.DELIVERED, TaskState.CLOSED])
def test_cancel_task_refuses_once_the_report_is_delivered(leader, state):
    task = task_at(state)

    with pytest.raises(ValidationError):
        actions.cancel_task(task=task, on=today(), reason="Muộn", by=leader)

    assert AdvisoryTask.objects.get().state == state


def test_cancel_task_keeps_the_reason(leader):
    task = task_at(TaskState.COUNCIL)

    actions.cancel_task(task=task, on=today(), reason="Đề án dừng", by=leader)

    assert AdvisoryTask.objects.get().state == TaskState.CANCELLED
    assert entries_of(task)[0].reason == "Đề án dừng"
