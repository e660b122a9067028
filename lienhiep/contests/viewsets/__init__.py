"""The screens of contests in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.contests.viewsets.contest import ContestViewSet, EditionViewSet
from lienhiep.contests.viewsets.entry import EntryViewSet
from lienhiep.contests.viewsets.jury import JurorViewSet, ScoreViewSet
from lienhiep.contests.viewsets.prize import NominationViewSet, PrizeViewSet
from lienhiep.core.viewsets import RoomGroup


class ContestsViewSetGroup(RoomGroup):
    """The room of contests in the menu."""

    menu_label = _("Contests")
    menu_icon = "lh-contests"
    menu_order = 230
    items = (
        EditionViewSet,
        EntryViewSet,
        PrizeViewSet,
        NominationViewSet,
        JurorViewSet,
        ScoreViewSet,
        ContestViewSet,
    )
