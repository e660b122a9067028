"""An advisory task from its receipt to the closed file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.advisory.choices import TASK_VERBS, Answer, PerformerRole, TaskState
from lienhiep.advisory.models import AdvisoryTask, Recommendation, TaskPerformer
from lienhiep.advisory.validators import validate_among, validate_one_lead
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.text import clean_lines
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation


class Part(NamedTuple):
    """A body and its part in the work."""

    organisation: Organisation
    role: str = PerformerRole.LEAD


class Reply(NamedTuple):
    """What the asking body made of one recommendation, and why."""

    answer: str
    reason: str = ""


def receive_task(
    *,
    title: str,
    kind: str,
    origin: str,
    asker: Organisation,
    performers: Sequence[Part],
    on: date,
    by: User,
    **facts: Any,
) -> AdvisoryTask:
    """Record a task on the day it came in, with the bodies that are to perform it.

    Exactly one of them leads. `facts` are other fields of the record, such as `due_on`.
    """
    validate_one_lead([part.role for part in performers])
    with verb("advisory.receive_task", by=by) as act:
        task = AdvisoryTask(
            title=title, kind=kind, origin=origin, asker=asker, received_on=on, **facts
        )
        task.full_clean()
        task.save()
        act.about(task)
        for position, part in enumerate(performers, start=1):
            row = TaskPerformer(
                task=task, organisation=part.organisation, role=part.role, position=position
            )
            row.full_clean()
            row.save()
    return task


def accept_task(*, task: AdvisoryTask, on: date, by: User, due_on: date | None = None) -> None:
    """Accept a task, with the day by which its report is due where that is agreed now."""
    validate_not_in_future("on", on)
    with verb("advisory.accept_task", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["accept_task"])
        validate_not_before("on", on, task.received_on)
        validate_not_before("due_on", due_on, on)
        task.accepted_on = on
        if due_on is not None:
            task.due_on = due_on
        task.save()


def decline_task(*, task: AdvisoryTask, on: date, reason: str, by: User) -> None:
    """Decline a task; the reason stands in its file."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.decline_task", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *TASK_VERBS["decline_task"])
        validate_not_before("on", on, task.received_on)
        task.declined_on = on
        task.decline_reason = reason
        task.save()


def deliver_report(
    *,
    task: AdvisoryTask,
    on: date,
    by: User,
    recommendations: Sequence[str] = (),
    report_file: RecordFile | None = None,
) -> None:
    """Record that the final report was sent; from this day on the task counts as done.

    Its recommendations are kept one by one, so that each can be answered. Refuses while a
    council that was set up has not met.
    """
    validate_not_in_future("on", on)
    with verb("advisory.deliver_report", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["deliver_report"])
        validate_not_before("on", on, task.session_on or task.accepted_on)
        task.delivered_on = on
        task.report_file = report_file  # type: ignore[assignment]  # may be empty
        task.save()
        _set_recommendations(task, [clean_lines(text) for text in recommendations])


def _set_recommendations(task: AdvisoryTask, texts: Sequence[str]) -> None:
    """Put the recommendations in place of those of a report that was taken back."""
    for row in task.recommendations.all():
        row.delete()
    for position, text in enumerate(filter(None, texts), start=1):
        row = Recommendation(task=task, position=position, text=text)
        row.full_clean()
        row.save()


def record_reply(
    *,
    task: AdvisoryTask,
    on: date,
    by: User,
    answers: Mapping[Recommendation, Reply] | None = None,
    reply_file: RecordFile | None = None,
) -> None:
    """Record what the asking body made of the report (tiếp thu, giải trình)."""
    validate_not_in_future("on", on)
    with verb("advisory.record_reply", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["record_reply"])
        validate_not_before("on", on, task.delivered_on)
        task.replied_on = on
        task.reply_file = reply_file  # type: ignore[assignment]  # may be empty
        task.save()
        for recommendation, reply in (answers or {}).items():
            _answer(task, recommendation, reply)


def answer_recommendation(
    *, recommendation: Recommendation, answer: str, by: User, reason: str = ""
) -> None:
    """Correct or complete the answer to one recommendation after the reply came in."""
    with verb("advisory.answer_recommendation", by=by, about=recommendation) as act:
        lock(recommendation)
        task = recommendation.task
        act.also_about(task)
        validate_has_state(task, TaskState.REPLIED, TaskState.CLOSED)
        _answer(task, recommendation, Reply(answer, reason))


def _answer(task: AdvisoryTask, recommendation: Recommendation, reply: Reply) -> None:
    if recommendation.task_id != task.pk:
        raise ValidationError(_("This recommendation belongs to another report."))
    validate_among("answer", reply.answer, Answer)
    if reply.answer == Answer.REFUSED:
        validate_reason("reason", reply.reason)
    recommendation.answer = reply.answer
    recommendation.answer_reason = clean_lines(reply.reason)
    recommendation.full_clean()
    recommendation.save()


def record_payment(
    *, task: AdvisoryTask, on: date, amount: int, fund_source: str, by: User
) -> None:
    """Record what was paid for a task in all, when, and out of which purse."""
    validate_not_in_future("on", on)
    with verb("advisory.record_payment", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["record_payment"])
        validate_not_before("on", on, task.accepted_on)
        task.paid_on, task.paid_amount, task.fund_source = on, amount, fund_source
        task.full_clean(validate_unique=False, validate_constraints=False)
        task.save()


def close_task(*, task: AdvisoryTask, on: date, by: User, note: str = "") -> None:
    """Close the file. Without a reply of the asking body the note says why none is awaited."""
    validate_not_in_future("on", on)
    with verb("advisory.close_task", by=by, about=task, reason=note):
        lock(task)
        validate_has_state(task, *TASK_VERBS["close_task"])
        validate_not_before("on", on, task.replied_on or task.delivered_on)
        if task.replied_on is None and not note.strip():
            raise ValidationError(
                {"note": _("There is no reply yet. Say why the file is closed without one.")}
            )
        task.closed_on = on
        task.closing_note = clean_lines(note)
        task.save()


def cancel_task(*, task: AdvisoryTask, on: date, reason: str, by: User) -> None:
    """Cancel a task before its report is delivered; it counts nowhere from then on."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.cancel_task", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *TASK_VERBS["cancel_task"])
        validate_not_before("on", on, task.received_on)
        task.cancelled_on = on
        task.cancel_reason = reason
        task.save()
