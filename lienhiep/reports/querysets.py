"""Plans of work and key tasks by their dates."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period, today
from lienhiep.reports.choices import PlanState, TaskState


class WorkPlanQuerySet(GuardedQuerySet):
    """Plans by year and state."""

    def of_year(self, year: int) -> Self:
        """Return the plan of a year, if there is one."""
        return self.filter(year=year)

    def approved(self) -> Self:
        """Return the plans that hold."""
        return self.filter(approved_on__isnull=False)

    def not_over(self) -> Self:
        """Return the plans of this year and of years to come."""
        return self.filter(year__gte=today().year)

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        this_year = today().year
        return self.annotate(
            state_code=Case(
                When(approved_on=None, then=Value(PlanState.DRAWN_UP)),
                When(year__gt=this_year, then=Value(PlanState.APPROVED)),
                When(year=this_year, then=Value(PlanState.RUNNING)),
                default=Value(PlanState.OVER),
                output_field=models.CharField(max_length=20),
            )
        )


class KeyTaskQuerySet(GuardedQuerySet):
    """Key tasks by state, by plan and by date."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(dropped_on__isnull=False, then=Value(TaskState.DROPPED)),
                When(done_on__isnull=False, then=Value(TaskState.DONE)),
                When(plan__approved_on=None, then=Value(TaskState.PLANNED)),
                When(due_on__lt=today(), then=Value(TaskState.LATE)),
                default=Value(TaskState.OPEN),
                output_field=models.CharField(max_length=20),
            )
        )

    def in_order(self) -> Self:
        """Return the tasks as the plan numbers them, the newest plan first."""
        return self.order_by("-plan__year", "number")

    def planned_in(self, period: Period) -> Self:
        """Return the tasks that approved plans set due in the period, without those dropped."""
        return self.filter(
            plan__approved_on__isnull=False,
            dropped_on=None,
            due_on__range=(period.start, period.end),
        )

    def done_by(self, day: date) -> Self:
        """Return the tasks completed by a day."""
        return self.filter(done_on__lte=day)

    def done_in_time(self) -> Self:
        """Return the tasks completed on their date or before it."""
        return self.filter(done_on__lte=F("due_on"))

    def waiting(self) -> Self:
        """Return the tasks of approved plans that are neither completed nor dropped."""
        return self.filter(plan__approved_on__isnull=False, done_on=None, dropped_on=None)

    def led_by(self, roles: list[str], organisations: list[int]) -> Self:
        """Return the tasks that lie with one of these roles or organisations."""
        return self.filter(Q(lead_role__in=roles) | Q(lead_organisation__in=organisations))
