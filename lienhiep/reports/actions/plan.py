"""A plan of work is approved, and where it was a mistake the approval is taken back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_not_in_future, validate_reason
from lienhiep.office.models import OfficialDocument
from lienhiep.reports.models import WorkPlan


def approve_plan(
    *, plan: WorkPlan, on: date, by: User, document: OfficialDocument | None = None
) -> None:
    """Record the day, and where there is one the document, by which the plan was approved.

    Refuses a plan without key tasks, and one in which a task has nobody who leads it or no
    day: such a task would wait for nobody. From then on its targets are the plan of their
    figures, and whoever leads a task finds it among what waits.
    """
    validate_not_in_future("on", on)
    with verb("reports.approve_plan", by=by, about=plan):
        lock(plan)
        if plan.approved_on is not None:
            raise ValidationError(_("This plan is approved already."))
        tasks = list(plan.tasks.select_related("lead_organisation"))
        if not tasks:
            raise ValidationError(_("The plan has no key task yet."))
        unled = [task.number for task in tasks if not task.lead]
        if unled:
            raise ValidationError(_("Nobody leads task %(n)s.") % {"n": _listed(unled)})
        undated = [task.number for task in tasks if task.due_on is None]
        if undated:
            raise ValidationError(_("Task %(n)s has no last day.") % {"n": _listed(undated)})
        plan.approved_on = on
        plan.decided_by = document
        plan.full_clean()
        plan.save()


def reopen_plan(*, plan: WorkPlan, reason: str, by: User) -> None:
    """Take the approval back, so that targets may be changed; the reason stays in the history."""
    validate_reason("reason", reason)
    with verb("reports.reopen_plan", by=by, about=plan, reason=reason):
        lock(plan)
        if plan.approved_on is None:
            raise ValidationError(_("This plan is not approved yet."))
        plan.approved_on = None
        plan.decided_by = None
        plan.save()


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
