"""The screens of the journal in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RoomGroup
from lienhiep.journal.viewsets.article import ArticleViewSet
from lienhiep.journal.viewsets.distribution import (
    DeliveryViewSet,
    DistributionListViewSet,
    ReceivedExchangeViewSet,
)
from lienhiep.journal.viewsets.issue import IssueViewSet
from lienhiep.journal.viewsets.plan import LicenceViewSet, SubjectViewSet, YearPlanViewSet


class JournalViewSetGroup(RoomGroup):
    """The room of the journal in the menu."""

    menu_label = _("Journal")
    menu_icon = "lh-journal"
    menu_order = 200
    items = (
        IssueViewSet,
        ArticleViewSet,
        YearPlanViewSet,
        DistributionListViewSet,
        DeliveryViewSet,
        ReceivedExchangeViewSet,
        SubjectViewSet,
        LicenceViewSet,
    )
