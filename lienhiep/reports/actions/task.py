"""Key tasks are taken over from elsewhere, completed, dropped with a reason, taken up again."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.validators import validate_has_state, validate_not_in_future, validate_reason
from lienhiep.reports.choices import TASK_VERBS, PlanState
from lienhiep.reports.models import KeyTask, WorkPlan

NUMBER_BEFORE = re.compile(r"^[0-9]+[.)]\s+")
"""The number of a conclusion in its own list, which is another than that in the plan."""


def take_over(
    *, plan: WorkPlan, record: models.Model, by: User, title: str = "", **facts: Any
) -> KeyTask:
    """Make a key task of any record: the conclusion of a conference, a task left of last year.

    The task keeps whence it stems. `facts` are what else is known of it (`lead_role`,
    `lead_organisation`, `lead_text`, `coordinating`, `due_on`, `timing`, `product`, ...).
    Refuses a plan whose year is over, and a record that the plan has taken over already.
    """
    with verb("reports.take_over", by=by) as act:
        lock(plan)
        if plan.state == PlanState.OVER:
            raise ValidationError({"plan": _("The year of this plan is over.")})
        task = KeyTask(
            plan=plan,
            title=title or title_from(record),
            source_type=ContentType.objects.get_for_model(record),
            source_id=record.pk,
            **facts,
        )
        task.full_clean()
        task.save()
        act.about(task)
    return task


def title_from(record: models.Model) -> str:
    """Return what a task is called unless told: the record's name without a number before it."""
    longest = KeyTask._meta.get_field("title").max_length
    return NUMBER_BEFORE.sub("", str(record))[:longest]


def carry_over(*, task: KeyTask, plan: WorkPlan, by: User) -> KeyTask:
    """Take a task that was not completed into the plan of a later year."""
    lock(task)
    validate_has_state(task, *TASK_VERBS["carry_over"])
    if plan.year <= task.plan.year:
        raise ValidationError({"plan": _("Choose the plan of a later year.")})
    kept = ("area", "lead_role", "lead_organisation", "lead_text", "coordinating", "product")
    return take_over(plan=plan, record=task, by=by, **{name: getattr(task, name) for name in kept})


def complete_task(
    *, task: KeyTask, on: date, by: User, result: str = "", evidence: str = ""
) -> None:
    """Record the day on which a task was completed, what came of it and where that is seen."""
    validate_not_in_future("on", on)
    with verb("reports.complete_task", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["complete_task"])
        task.done_on, task.result, task.evidence = on, result, evidence
        task.full_clean()
        task.save()


def drop_task(*, task: KeyTask, reason: str, by: User, on: date | None = None) -> None:
    """Take a task out of the plan's account, with the reason; it stays readable."""
    validate_reason("reason", reason)
    validate_not_in_future("on", on)
    with verb("reports.drop_task", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *TASK_VERBS["drop_task"])
        task.dropped_on, task.drop_reason = on or today(), reason
        task.full_clean()
        task.save()


def reopen_task(*, task: KeyTask, reason: str, by: User) -> None:
    """Take up again a task that was completed or dropped; the reason stays in the history."""
    validate_reason("reason", reason)
    with verb("reports.reopen_task", by=by, about=task, reason=reason):
        lock(task)
        validate_has_state(task, *TASK_VERBS["reopen_task"])
        task.done_on = task.dropped_on = None
        task.drop_reason = ""
        task.save()
