"""What a report will stumble over in this room, and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.advisory.choices import Answer, Interest
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilMember,
    FundedProject,
    Recommendation,
    ScienceTask,
)
from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.period import today


@data_check(
    "advisory.reports_filed", label=gettext_lazy("Delivered advisory tasks have their report")
)
def reports_filed() -> Iterator[Finding]:
    """Find tasks delivered without the file of the final report."""
    for task in AdvisoryTask.objects.delivered().filter(report_file=None):
        yield Finding(
            _("“%(task)s” was delivered, but its report is missing.") % {"task": task}, task
        )


@data_check("advisory.delivered_in_time", label=gettext_lazy("Advisory tasks due are delivered"))
def delivered_in_time() -> Iterator[Finding]:
    """Find tasks whose due day has passed without a report."""
    for task in AdvisoryTask.objects.under_way().filter(due_on__lt=today()):
        yield Finding(_("“%(task)s” is past its due day.") % {"task": task}, task)


@data_check(
    "advisory.closed_with_reply", label=gettext_lazy("Closed advisory tasks have their reply")
)
def closed_with_reply() -> Iterator[Finding]:
    """Find files closed without a reply of the asking body."""
    for task in AdvisoryTask.objects.delivered().filter(closed_on__isnull=False, replied_on=None):
        yield Finding(_("“%(task)s” was closed without a reply.") % {"task": task}, task)


@data_check("advisory.tasks_performed", label=gettext_lazy("Tasks name who performs them"))
def tasks_performed() -> Iterator[Finding]:
    """Find advisory and science tasks without a performing body."""
    for model in (AdvisoryTask, ScienceTask):
        for task in model.objects.filter(performers=None):
            yield Finding(_("Nobody performs “%(task)s”.") % {"task": task}, task)


@data_check("advisory.replies_answer", label=gettext_lazy("Replies answer every recommendation"))
def replies_answer() -> Iterator[Finding]:
    """Find recommendations still open though the reply to the report has come."""
    rows = Recommendation.objects.filter(answer=Answer.OPEN, task__replied_on__isnull=False)
    for row in rows.select_related("task"):
        yield Finding(
            _("The reply to “%(task)s” does not answer: %(text)s")
            % {"task": row.task, "text": row},
            row,
        )


@data_check(
    "advisory.interests_stated", label=gettext_lazy("Members of councils state their interest")
)
def interests_stated() -> Iterator[Finding]:
    """Find members of councils set up who have said nothing, or state a conflict."""
    rows = CouncilMember.objects.sitting().filter(
        task__council_on__isnull=False, task__cancelled_on=None
    )
    for member in rows.exclude(interest=Interest.NONE).select_related("person", "task"):
        yield Finding(
            _("%(member)s sits in the council for “%(task)s”: %(interest)s.")
            % {"member": member.person, "task": member.task, "interest": member.interest_label},
            member,
        )


@data_check("advisory.science_ended", label=gettext_lazy("Science tasks due are accepted"))
def science_ended() -> Iterator[Finding]:
    """Find science tasks past their planned end, neither accepted, stopped nor prolonged."""
    for task in ScienceTask.objects.due_before(today()):
        yield Finding(_("“%(task)s” is past its planned end.") % {"task": task}, task)


@data_check("advisory.projects_funded", label=gettext_lazy("Funded projects name their donor"))
def projects_funded() -> Iterator[Finding]:
    """Find projects that nobody pays for."""
    for project in FundedProject.objects.exclude(partners__role="donor"):
        yield Finding(_("No donor is named for “%(project)s”.") % {"project": project}, project)
