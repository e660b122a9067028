"""The screens of this room in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.advisory.viewsets.council import (
    CouncilMemberViewSet,
    OpinionViewSet,
    RecommendationViewSet,
)
from lienhiep.advisory.viewsets.outside import CouncilInvitationViewSet, DraftCommentViewSet
from lienhiep.advisory.viewsets.project import FundedProjectViewSet, ProjectReportViewSet
from lienhiep.advisory.viewsets.science import ProgrammeViewSet, ScienceTaskViewSet
from lienhiep.advisory.viewsets.task import AdvisoryTaskViewSet
from lienhiep.core.viewsets import RoomGroup


class AdvisoryViewSetGroup(RoomGroup):
    """The room of advice and science in the menu."""

    menu_label = _("Advice and science")
    menu_icon = "lh-advisory"
    menu_order = 220
    items = (
        AdvisoryTaskViewSet,
        CouncilMemberViewSet,
        OpinionViewSet,
        RecommendationViewSet,
        CouncilInvitationViewSet,
        DraftCommentViewSet,
        ScienceTaskViewSet,
        ProgrammeViewSet,
        FundedProjectViewSet,
        ProjectReportViewSet,
    )
