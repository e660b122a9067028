"""What cannot be right in plans of work, and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.figures import figure_named
from lienhiep.core.period import today
from lienhiep.reports.models import KeyTask, Target, WorkPlan


@data_check("reports.targets_name_figures", label=gettext_lazy("Targets name figures that exist"))
def targets_name_figures() -> Iterator[Finding]:
    """Find targets whose figure is no longer in the catalogue."""
    for target in Target.objects.select_related("plan"):
        if figure_named(target.code) is None:
            yield Finding(
                _("%(plan)s sets a target for “%(code)s”, which is in no catalogue.")
                % {"plan": target.plan, "code": target.code},
                target.plan,
            )


@data_check(
    "reports.tasks_with_evidence", label=gettext_lazy("Completed tasks say what came of it")
)
def tasks_with_evidence() -> Iterator[Finding]:
    """Find tasks that were completed without a word or a page that shows it."""
    bare = KeyTask.objects.filter(done_on__isnull=False, result="", evidence="")
    for task in bare.select_related("plan"):
        yield Finding(
            _("Task %(number)s of %(year)s is completed, with neither result nor evidence.")
            % {"number": task.number, "year": task.plan.year},
            task,
        )


@data_check("reports.tasks_of_years_over", label=gettext_lazy("Past plans have no open task"))
def tasks_of_years_over() -> Iterator[Finding]:
    """Find tasks of years that are over, neither completed nor dropped nor carried over."""
    left = KeyTask.objects.waiting().filter(plan__year__lt=today().year)
    for task in left.select_related("plan"):
        yield Finding(
            _("Task %(number)s of %(year)s was neither completed nor dropped.")
            % {"number": task.number, "year": task.plan.year},
            task,
        )


@data_check("reports.plans_approved", label=gettext_lazy("The plan of a year is approved"))
def plans_approved() -> Iterator[Finding]:
    """Find plans of this year or of earlier ones that nobody approved."""
    for plan in WorkPlan.objects.filter(approved_on=None, year__lte=today().year):
        yield Finding(_("“%(plan)s” is not approved.") % {"plan": plan}, plan)
