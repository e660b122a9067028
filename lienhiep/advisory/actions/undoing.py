"""Taking back the last step of a task; what happened stays in the history."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.advisory.choices import TASK_VERBS, Answer, TaskState
from lienhiep.advisory.models import AdvisoryTask, Opinion
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_has_state, validate_reason


def take_back_step(*, task: AdvisoryTask, reason: str, by: User) -> None:
    """Take back the last step of a task, whichever it was, recorded by mistake.

    With a reply its answers go, with a report its day and its file; the recommendations
    stay until another report brings others. Refuses to take back a council whose experts
    have handed in papers, and an acceptance after which money was paid.
    """
    validate_reason("reason", reason)
    with verb("advisory.take_back_step", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *TASK_VERBS["take_back_step"])
        _take_back(task, task.state)
        task.save()


def take_back_payment(*, task: AdvisoryTask, reason: str, by: User) -> None:
    """Take back a payment recorded by mistake."""
    validate_reason("reason", reason)
    with verb("advisory.take_back_payment", by=by, about=task, reason=reason):
        lock(task)
        if task.paid_on is None:
            raise ValidationError(_("No payment is recorded for this task."))
        task.paid_on = task.paid_amount = None
        task.save()


def _take_back(task: AdvisoryTask, state: TaskState) -> None:
    match state:
        case TaskState.CANCELLED:
            task.cancelled_on, task.cancel_reason = None, ""
        case TaskState.DECLINED:
            task.declined_on, task.decline_reason = None, ""
        case TaskState.CLOSED:
            task.closed_on, task.closing_note = None, ""
        case TaskState.REPLIED:
            task.replied_on = None
            task.reply_file = None  # type: ignore[assignment]  # may be empty
            _forget_answers(task)
        case TaskState.DELIVERED:
            task.delivered_on = None
            task.report_file = None  # type: ignore[assignment]  # may be empty
        case TaskState.REVIEWED:
            task.session_on = task.present = task.agreed = None
            task.minutes = None  # type: ignore[assignment]  # may be empty
        case TaskState.COUNCIL:
            _validate_no_papers(task)
            task.council_on = task.council_decision = None
        case _:
            _validate_nothing_paid(task)
            task.accepted_on = None


def _forget_answers(task: AdvisoryTask) -> None:
    for row in task.recommendations.exclude(answer=Answer.OPEN):
        row.answer, row.answer_reason = Answer.OPEN, ""
        row.save()


def _validate_no_papers(task: AdvisoryTask) -> None:
    if Opinion.objects.standing().filter(member__task=task).exists():
        raise ValidationError(
            _("Experts have handed in papers to this council. Give them back first.")
        )


def _validate_nothing_paid(task: AdvisoryTask) -> None:
    if task.paid_on is not None:
        raise ValidationError(_("Money was paid for this task. Take back the payment first."))
