"""What the plan of work counts: P01 and P02."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Counted, Ratio, figure
from lienhiep.core.figures.sections import HEADINGS
from lienhiep.core.period import Period
from lienhiep.reports.models import KeyTask

TASKS = _("key tasks of the plan")
DUE_DATE = _("the day by which the plan wants the task completed")


@figure(
    "P01",
    "reports.key_tasks_completed",
    label=_("Key tasks completed, of those due"),
    unit=TASKS,
    section=HEADINGS["P"],
    counting_date=DUE_DATE,
)
def key_tasks_completed(period: Period) -> Ratio:
    """Of the tasks that the plan sets due in the period, those completed by its end."""
    due = KeyTask.objects.planned_in(period)
    return Ratio(queryset=due.done_by(period.end), whole=Counted(queryset=due))


@figure(
    "P02",
    "reports.key_tasks_in_time",
    label=_("Key tasks completed in time"),
    unit=TASKS,
    section=HEADINGS["P"],
    counting_date=DUE_DATE,
)
def key_tasks_in_time(period: Period) -> Counted:
    """Of the tasks that the plan sets due in the period, those completed on their day or before."""
    due = KeyTask.objects.planned_in(period)
    return Counted(queryset=due.done_by(period.end).done_in_time())
