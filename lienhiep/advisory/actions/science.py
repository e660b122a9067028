"""Science tasks: opened, prolonged, accepted or stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.advisory.actions.task import Part
from lienhiep.advisory.choices import SCIENCE_VERBS, Grade
from lienhiep.advisory.models import ScienceTask, ScienceTaskPerformer
from lienhiep.advisory.validators import validate_among, validate_one_lead
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)


def open_science_task(
    *,
    title: str,
    level: str,
    starts_on: date,
    due_on: date,
    performers: Sequence[Part],
    by: User,
    **facts: Any,
) -> ScienceTask:
    """Record an approved science task with the bodies that carry it out; one of them leads."""
    validate_one_lead([part.role for part in performers])
    with verb("advisory.open_science_task", by=by) as act:
        task = ScienceTask(title=title, level=level, starts_on=starts_on, due_on=due_on, **facts)
        task.full_clean()
        task.save()
        act.about(task)
        for position, part in enumerate(performers, start=1):
            row = ScienceTaskPerformer(
                task=task, organisation=part.organisation, role=part.role, position=position
            )
            row.full_clean()
            row.save()
    return task


def extend_science_task(*, task: ScienceTask, due_on: date, reason: str, by: User) -> None:
    """Move the planned end of a task that is granted more time (gia hạn)."""
    validate_reason("reason", reason)
    with verb("advisory.extend_science_task", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *SCIENCE_VERBS["extend_science_task"])
        if due_on <= task.due_on:
            raise ValidationError({"due_on": _("The new end must lie after the present one.")})
        task.due_on = due_on
        task.save()


def accept_result(
    *,
    task: ScienceTask,
    on: date,
    grade: str,
    by: User,
    acceptance_file: RecordFile | None = None,
) -> None:
    """Record the acceptance of the result (nghiệm thu) with its grade."""
    validate_not_in_future("on", on)
    validate_among("grade", grade, Grade)
    with verb("advisory.accept_result", by=by, about=task):
        lock(task)
        validate_has_state(task, *SCIENCE_VERBS["accept_result"])
        validate_not_before("on", on, task.starts_on)
        task.accepted_on, task.grade = on, grade
        task.acceptance_file = acceptance_file  # type: ignore[assignment]  # may be empty
        task.full_clean()
        task.save()


def stop_science_task(*, task: ScienceTask, on: date, reason: str, by: User) -> None:
    """Stop a task before its end (dừng thực hiện)."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.stop_science_task", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *SCIENCE_VERBS["stop_science_task"])
        validate_not_before("on", on, task.starts_on)
        task.stopped_on, task.stop_reason = on, reason
        task.save()


def take_back_science_step(*, task: ScienceTask, reason: str, by: User) -> None:
    """Take back an acceptance or a stop recorded by mistake; the task goes on."""
    validate_reason("reason", reason)
    with verb("advisory.take_back_science_step", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *SCIENCE_VERBS["take_back_science_step"])
        task.accepted_on, task.grade = None, ""
        task.acceptance_file = None  # type: ignore[assignment]  # may be empty
        task.stopped_on, task.stop_reason = None, ""
        task.save()
