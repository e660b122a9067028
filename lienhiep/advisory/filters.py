"""What the lists of this room are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.advisory.choices import (
    Answer,
    CouncilRole,
    DraftState,
    Interest,
    InvitationState,
    OtherCouncilKind,
    ProjectState,
    ScienceLevel,
    ScienceState,
    TaskKind,
    TaskOrigin,
    TaskState,
)
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    CouncilMember,
    DraftComment,
    FundedProject,
    Opinion,
    ProjectReport,
    Recommendation,
    ScienceTask,
)
from lienhiep.core.viewsets import RowFilterSet, from_day, until_day


class AdvisoryTaskFilterSet(RowFilterSet):
    """Tasks by state, kind, origin, yearly list and days."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the task"), choices=TaskState.choices
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of advisory task"), choices=TaskKind.choices
    )
    origin = django_filters.MultipleChoiceFilter(
        label=_("Origin of the task"), choices=TaskOrigin.choices
    )
    delivered_from = from_day("delivered_on", _("Delivered from"))
    delivered_until = until_day("delivered_on", _("Delivered until"))
    due_until = until_day("due_on", _("Report due until"))

    class Meta:
        model = AdvisoryTask
        fields = ["state_code", "kind", "origin", "in_year_list", "is_public"]


class CouncilMemberFilterSet(RowFilterSet):
    """Members by part, statement and day of the paper."""

    role = django_filters.MultipleChoiceFilter(
        label=_("Part in the council"), choices=CouncilRole.choices
    )
    interest = django_filters.MultipleChoiceFilter(
        label=_("Conflict of interest"), choices=Interest.choices
    )
    due_until = until_day("opinion_due_on", _("Paper due until"))

    class Meta:
        model = CouncilMember
        fields = ["role", "interest"]


class OpinionFilterSet(RowFilterSet):
    """Papers by day."""

    received_from = from_day("received_on", _("Received from"))
    received_until = until_day("received_on", _("Received until"))

    class Meta:
        model = Opinion
        fields = ["received_from", "received_until"]


class RecommendationFilterSet(RowFilterSet):
    """Recommendations by answer and by the days of report and reply."""

    answer = django_filters.MultipleChoiceFilter(
        label=_("Answer of the asking body"), choices=Answer.choices
    )
    delivered_from = from_day("task__delivered_on", _("Delivered from"))
    delivered_until = until_day("task__delivered_on", _("Delivered until"))

    class Meta:
        model = Recommendation
        fields = ["answer"]


class CouncilInvitationFilterSet(RowFilterSet):
    """Councils of other bodies by state, kind and day."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the invitation"), choices=InvitationState.choices
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of council"), choices=OtherCouncilKind.choices
    )
    attended_from = from_day("attended_on", _("Took part from"))
    attended_until = until_day("attended_on", _("Took part until"))

    class Meta:
        model = CouncilInvitation
        fields = ["state_code", "kind"]


class DraftCommentFilterSet(RowFilterSet):
    """Drafts by state, kind and day."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the comment"), choices=DraftState.choices
    )
    sent_from = from_day("sent_on", _("Sent from"))
    sent_until = until_day("sent_on", _("Sent until"))

    class Meta:
        model = DraftComment
        fields = ["state_code", "kind"]


class ScienceTaskFilterSet(RowFilterSet):
    """Science tasks by state, level, programme and days."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the science task"), choices=ScienceState.choices
    )
    level = django_filters.MultipleChoiceFilter(
        label=_("Level of management"), choices=ScienceLevel.choices
    )
    starts_from = from_day("starts_on", _("Begun from"))
    starts_until = until_day("starts_on", _("Begun until"))
    due_until = until_day("due_on", _("Planned to end until"))

    class Meta:
        model = ScienceTask
        fields = ["state_code", "level", "programme", "grade", "is_public"]


class FundedProjectFilterSet(RowFilterSet):
    """Funded projects by state."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the project"), choices=ProjectState.choices
    )

    class Meta:
        model = FundedProject
        fields = ["state_code", "is_public"]


class ProjectReportFilterSet(RowFilterSet):
    """Reports by project and by the time they cover."""

    until_from = from_day("until", _("Covering days from"))
    until_until = until_day("until", _("Covering days until"))

    class Meta:
        model = ProjectReport
        fields = ["project"]
