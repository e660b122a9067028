"""What science tasks and funded projects count for the annual report: D01 to D06."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.advisory.models import FundedProject, ProjectReport, ScienceTask
from lienhiep.core.figures import Cause, Counted, Summed, figure
from lienhiep.core.period import Period

SCIENCE = pgettext_lazy("section of the catalogue", "Science tasks and projects")
SCIENCE_TASKS = _("science tasks")
WORKING_TIME = _("the working time of the task, from its beginning to its acceptance or stop")
REPORTED_TIME = _("the last day that the report covers")


@figure(
    "D01",
    "advisory.science_tasks",
    label=_("Science tasks carried out"),
    unit=SCIENCE_TASKS,
    section=SCIENCE,
    counting_date=WORKING_TIME,
)
def science_tasks(period: Period) -> Counted:
    """Science tasks whose working time meets the period, by programme."""
    return Counted(queryset=ScienceTask.objects.carried_out_in(period), by="programme")


@figure(
    "D01a",
    "advisory.science_tasks_new",
    label=_("Science tasks newly begun"),
    unit=SCIENCE_TASKS,
    section=SCIENCE,
    counting_date=_("the day the task began"),
)
def science_tasks_new(period: Period) -> Counted:
    """Science tasks that began in the period."""
    return Counted(queryset=ScienceTask.objects.begun_in(period))


@figure(
    "D01b",
    "advisory.science_tasks_carried_over",
    label=_("Science tasks carried over"),
    unit=SCIENCE_TASKS,
    section=SCIENCE,
    counting_date=WORKING_TIME,
)
def science_tasks_carried_over(period: Period) -> Counted:
    """Science tasks begun before the period that went on in it."""
    return Counted(queryset=ScienceTask.objects.carried_into(period))


@figure(
    "D01c",
    "advisory.science_tasks_accepted",
    label=_("Science tasks accepted"),
    unit=SCIENCE_TASKS,
    section=SCIENCE,
    counting_date=_("the day of the acceptance"),
)
def science_tasks_accepted(period: Period) -> Counted:
    """Science tasks whose result was accepted in the period, whatever the grade."""
    return Counted(queryset=ScienceTask.objects.accepted_in(period))


@figure(
    "D01d",
    "advisory.science_tasks_by_level",
    label=_("Science tasks by level"),
    unit=SCIENCE_TASKS,
    section=SCIENCE,
    counting_date=WORKING_TIME,
)
def science_tasks_by_level(period: Period) -> Counted:
    """Science tasks whose working time meets the period, by level of management."""
    return Counted(queryset=ScienceTask.objects.carried_out_in(period), by="level")


@figure(
    "D02",
    "advisory.science_budget",
    label=_("Budget of the science tasks carried out"),
    unit="đồng",
    section=SCIENCE,
    counting_date=WORKING_TIME,
)
def science_budget(period: Period) -> Summed:
    """Whole budgets, in đồng, of the science tasks whose working time meets the period."""
    return Summed(queryset=ScienceTask.objects.carried_out_in(period), amount="budget", by="level")


@figure(
    "D05",
    "advisory.funded_projects",
    label=_("Funded projects carried out"),
    unit=_("funded projects"),
    section=SCIENCE,
    counting_date=_("the time of the project, from its beginning to its end"),
)
def funded_projects(period: Period) -> Counted:
    """Projects paid for by donors whose time meets the period."""
    return Counted(queryset=FundedProject.objects.running_in(period))


@figure(
    "D05a",
    "advisory.beneficiaries",
    label=_("People reached by funded projects"),
    unit=_("times people were reached"),
    section=SCIENCE,
    counting_date=REPORTED_TIME,
)
def beneficiaries(period: Period) -> Summed:
    """Times that people were reached, as the projects report it in counts, by project."""
    return Summed(
        queryset=ProjectReport.objects.about(period),
        amount="beneficiaries",
        by="project",
        caused_by=(Cause("project"),),
    )


@figure(
    "D05b",
    "advisory.project_money",
    label=_("Money spent by funded projects"),
    unit="đồng",
    section=SCIENCE,
    counting_date=REPORTED_TIME,
)
def project_money(period: Period) -> Summed:
    """Amounts spent, in đồng, that the projects report for the period, by project."""
    return Summed(
        queryset=ProjectReport.objects.about(period),
        amount="spent",
        by="project",
        caused_by=(Cause("project"),),
    )


@figure(
    "D06",
    "advisory.acceptance_grades",
    label=_("Science tasks accepted, by grade"),
    unit=SCIENCE_TASKS,
    section=SCIENCE,
    counting_date=_("the day of the acceptance"),
)
def acceptance_grades(period: Period) -> Counted:
    """Results of the acceptances of the period: excellent, good, met, not met."""
    return Counted(queryset=ScienceTask.objects.accepted_in(period), by="grade")
