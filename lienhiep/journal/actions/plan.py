"""Planning a year of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_not_in_future,
)
from lienhiep.journal.models import PlannedIssue, Subject, SubjectTarget, YearPlan
from lienhiep.journal.validators import validate_shares

MOST_NUMBERS = 52
"""A journal that appears weekly; more than that in a year is a slip of the keyboard."""


def plan_year(
    *,
    year: int,
    issues: int,
    by: User,
    shares: Mapping[Subject, int] | None = None,
    note: str = "",
) -> YearPlan:
    """Make the plan of a year with its numbers spread evenly over the months.

    Twelve numbers come out monthly, four at the end of each quarter. `shares` gives each
    subject its planned share in whole percent; they must add up to 100.
    """
    if not 1 <= issues <= MOST_NUMBERS:
        raise ValidationError(
            {"issues": _("Plan between 1 and %(most)s numbers.") % {"most": MOST_NUMBERS}}
        )
    with verb("journal.plan_year", by=by) as act:
        if YearPlan.objects.of_year(year).exists():
            raise ValidationError(
                {"year": _("The year %(year)s has a plan already.") % {"year": year}}
            )
        plan = YearPlan(year=year, note=note)
        plan.full_clean()
        plan.save()
        act.about(plan)
        for number in range(1, issues + 1):
            PlannedIssue(plan=plan, number=number, month=-(-12 * number // issues)).save()
        if shares:
            set_subject_targets(plan=plan, shares=shares, by=by)
    return plan


def set_subject_targets(*, plan: YearPlan, shares: Mapping[Subject, int], by: User) -> None:
    """Put the planned shares by subject in place of those that stand there."""
    validate_shares(shares.values())
    with verb("journal.set_subject_targets", by=by, about=plan):
        lock(plan)
        present = {target.subject_id: target for target in plan.targets.all()}
        for subject, share in shares.items():
            target = present.pop(subject.pk, None) or SubjectTarget(plan=plan, subject=subject)
            target.share = share
            target.full_clean()
            target.save()
        for target in present.values():
            target.delete()


def approve_plan(*, plan: YearPlan, on: date, by: User) -> None:
    """Record the day on which the plan was approved.

    Refuses a plan without numbers, and one whose subjects do not add up to 100 percent.
    """
    validate_not_in_future("on", on)
    with verb("journal.approve_plan", by=by, about=plan):
        lock(plan)
        if not plan.issue_count:
            raise ValidationError(_("The plan foresees no number yet."))
        validate_shares(target.share for target in plan.targets.all())
        plan.approved_on = on
        plan.save()
