"""Words to chain when asking for records of advice, science tasks and funded projects."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, F, Q, Value, When

from lienhiep.advisory.choices import (
    Answer,
    DraftState,
    InvitationState,
    OtherCouncilKind,
    ProjectState,
    ScienceState,
    TaskState,
)
from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period, today


def _within(field: str, period: Period) -> Q:
    return Q(**{f"{field}__range": (period.start, period.end)})


def _state(*cases: When, default: str) -> Case:
    return Case(*cases, default=Value(default), output_field=models.CharField(max_length=20))


class AdvisoryTaskQuerySet(GuardedQuerySet):
    """Tasks of advice, critique and social appraisal."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=_state(
                When(cancelled_on__isnull=False, then=Value(TaskState.CANCELLED)),
                When(declined_on__isnull=False, then=Value(TaskState.DECLINED)),
                When(closed_on__isnull=False, then=Value(TaskState.CLOSED)),
                When(replied_on__isnull=False, then=Value(TaskState.REPLIED)),
                When(delivered_on__isnull=False, then=Value(TaskState.DELIVERED)),
                When(session_on__isnull=False, then=Value(TaskState.REVIEWED)),
                When(council_on__isnull=False, then=Value(TaskState.COUNCIL)),
                When(accepted_on__isnull=False, then=Value(TaskState.ACCEPTED)),
                default=TaskState.RECEIVED,
            )
        )

    def alive(self) -> Self:
        """Return the tasks neither declined nor cancelled."""
        return self.filter(declined_on=None, cancelled_on=None)

    def to_accept(self) -> Self:
        """Return the tasks that wait to be accepted or declined."""
        return self.alive().filter(accepted_on=None)

    def under_way(self) -> Self:
        """Return the tasks accepted whose report the Union still owes."""
        return self.alive().filter(accepted_on__isnull=False, delivered_on=None)

    def delivered(self) -> Self:
        """Return the tasks whose final report has been delivered."""
        return self.alive().filter(delivered_on__isnull=False)

    def delivered_in(self, period: Period) -> Self:
        """Return the tasks whose final report was delivered in the period."""
        return self.delivered().filter(_within("delivered_on", period))

    def without_reply(self) -> Self:
        """Return the tasks delivered to which the asking body has not replied yet."""
        return self.delivered().filter(replied_on=None, closed_on=None)

    def paid_in(self, period: Period) -> Self:
        """Return the tasks for which money was paid in the period."""
        return self.filter(_within("paid_on", period))

    def listed_for(self, period: Period) -> Self:
        """Return the tasks of the yearly lists; of a part of a year, those due in it."""
        years = range(period.start.year, period.end.year + 1)
        listed = self.filter(in_year_list__in=list(years))
        whole = period.start == date(period.start.year, 1, 1) and period.end == date(
            period.end.year, 12, 31
        )
        return listed if whole else listed.filter(_within("due_on", period))

    def open_to_readers(self) -> Self:
        """Return the tasks that stand on the public site."""
        return self.delivered().filter(is_public=True)

    def by_performer(self, organisation: Any) -> Self:
        """Return the tasks in which an association works."""
        return self.filter(performers__organisation=organisation)


class CouncilMemberQuerySet(GuardedQuerySet):
    """Members of the Union's own councils."""

    def sitting(self) -> Self:
        """Return the members who have not left their council."""
        return self.filter(left_on=None)

    def of_person(self, person_id: int) -> Self:
        """Return the seats of a person in councils that were set up or are being named."""
        return self.sitting().filter(person=person_id)

    def owing_an_opinion(self) -> Self:
        """Return the members of councils at work who still owe their paper."""
        from lienhiep.advisory.models import Opinion  # models are made from query sets

        paper = Opinion.objects.standing().filter(member=models.OuterRef("pk"))
        return self.sitting().filter(
            ~models.Exists(paper),
            opinion_due_on__isnull=False,
            task__council_on__isnull=False,
            task__session_on=None,
            task__delivered_on=None,
            task__cancelled_on=None,
        )


class OpinionQuerySet(GuardedQuerySet):
    """Papers of experts."""

    def standing(self) -> Self:
        """Return the papers that were not given back for completion."""
        return self.filter(returned_on=None)


class RecommendationQuerySet(GuardedQuerySet):
    """What the final reports recommend."""

    def of_tasks(self, tasks: AdvisoryTaskQuerySet) -> Self:
        """Return the recommendations of some tasks."""
        return self.filter(task__in=tasks.order_by().values("pk"))

    def answered_in(self, period: Period) -> Self:
        """Return the recommendations answered in replies that came in the period."""
        return self.exclude(answer=Answer.OPEN).filter(_within("task__replied_on", period))


class InvitationQuerySet(GuardedQuerySet):
    """Invitations to councils of other bodies."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state."""
        return self.annotate(
            state_code=_state(
                When(declined_on__isnull=False, then=Value(InvitationState.DECLINED)),
                When(attended_on__isnull=False, then=Value(InvitationState.ATTENDED)),
                When(delegate__isnull=False, then=Value(InvitationState.NAMED)),
                default=InvitationState.INVITED,
            )
        )

    def unanswered(self) -> Self:
        """Return the invitations for which nobody was named yet."""
        return self.filter(delegate=None, declined_on=None, attended_on=None)

    def attended_in(self, period: Period) -> Self:
        """Return the councils in which the Union took part in the period."""
        return self.filter(_within("attended_on", period))

    def environmental(self) -> Self:
        """Return the councils on environmental impact assessments (ĐTM)."""
        return self.filter(kind=OtherCouncilKind.EIA)

    def not_environmental(self) -> Self:
        """Return the councils on anything else."""
        return self.exclude(kind=OtherCouncilKind.EIA)


class DraftCommentQuerySet(GuardedQuerySet):
    """Drafts on which the Union was asked to comment."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state."""
        return self.annotate(
            state_code=_state(
                When(dropped_on__isnull=False, then=Value(DraftState.DROPPED)),
                When(sent_on__isnull=False, then=Value(DraftState.SENT)),
                default=DraftState.WAITING,
            )
        )

    def waiting(self) -> Self:
        """Return the drafts on which nothing has been written yet."""
        return self.filter(sent_on=None, dropped_on=None)

    def sent_in(self, period: Period) -> Self:
        """Return the drafts whose comment was sent in the period."""
        return self.filter(_within("sent_on", period))


class ScienceTaskQuerySet(GuardedQuerySet):
    """Science and technology tasks."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state."""
        return self.annotate(
            state_code=_state(
                When(stopped_on__isnull=False, then=Value(ScienceState.STOPPED)),
                When(accepted_on__isnull=False, then=Value(ScienceState.ACCEPTED)),
                default=ScienceState.RUNNING,
            )
        )

    def carried_out_in(self, period: Period) -> Self:
        """Return the tasks whose working time meets the period: begun by its end, not over before.

        A task is over on the day of its acceptance or of its stop; one that has neither goes
        on, whatever was planned.
        """
        return self.filter(starts_on__lte=period.end).filter(_not_over_before(period.start))

    def begun_in(self, period: Period) -> Self:
        """Return the tasks that began in the period."""
        return self.filter(_within("starts_on", period))

    def carried_into(self, period: Period) -> Self:
        """Return the tasks begun before the period that went on in it."""
        return self.filter(starts_on__lt=period.start).filter(_not_over_before(period.start))

    def accepted_in(self, period: Period) -> Self:
        """Return the tasks whose result was accepted in the period."""
        return self.filter(_within("accepted_on", period))

    def running(self) -> Self:
        """Return the tasks neither accepted nor stopped."""
        return self.filter(accepted_on=None, stopped_on=None)

    def due_before(self, day: date) -> Self:
        """Return the running tasks whose time is over on a day."""
        return self.running().filter(due_on__lt=day)

    def open_to_readers(self) -> Self:
        """Return the tasks that stand on the public site."""
        return self.filter(is_public=True)


def _not_over_before(day: date) -> Q:
    accepted = Q(accepted_on=None) | Q(accepted_on__gte=day)
    return accepted & (Q(stopped_on=None) | Q(stopped_on__gte=day))


class FundedProjectQuerySet(GuardedQuerySet):
    """Funded projects."""

    def with_state(self, on: date | None = None) -> Self:
        """Add `state_code`: the state on a day, today unless said."""
        day = on or today()
        return self.annotate(
            state_code=_state(
                When(stopped_on__isnull=False, then=Value(ProjectState.STOPPED)),
                When(ends_on__lt=day, then=Value(ProjectState.ENDED)),
                When(starts_on__gt=day, then=Value(ProjectState.COMING)),
                default=ProjectState.RUNNING,
            )
        )

    def running_in(self, period: Period) -> Self:
        """Return the projects whose time meets the period; one stopped early ends that day."""
        return self.filter(starts_on__lte=period.end, ends_on__gte=period.start).filter(
            Q(stopped_on=None) | Q(stopped_on__gte=period.start)
        )

    def open_to_readers(self) -> Self:
        """Return the projects that stand on the public site."""
        return self.filter(is_public=True)


class ProjectReportQuerySet(GuardedQuerySet):
    """Reports of funded projects: counts only."""

    def standing(self) -> Self:
        """Return the reports that were not voided."""
        return self.filter(voided_on=None)

    def about(self, period: Period) -> Self:
        """Return the reports on a stretch of time that ends in the period."""
        return self.standing().filter(_within("until", period))

    def overlapping(self, since: date, until: date) -> Self:
        """Return the reports on a stretch of time that shares a day with another."""
        return self.standing().filter(since__lte=until, until__gte=since)

    def in_order(self) -> Self:
        """Return the reports in the order of time, the newest first."""
        return self.order_by(F("until").desc(), "-pk")
