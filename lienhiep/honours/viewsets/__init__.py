"""The screens of commendation in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RoomGroup
from lienhiep.honours.viewsets.honour import HonourViewSet
from lienhiep.honours.viewsets.lists import EmulationResultViewSet, HonourFormViewSet
from lienhiep.honours.viewsets.nomination import NominationViewSet


class HonoursViewSetGroup(RoomGroup):
    """The room of commendation in the menu."""

    menu_label = _("Commendation")
    menu_icon = "lh-honours"
    menu_order = 260
    items = (HonourViewSet, NominationViewSet, EmulationResultViewSet, HonourFormViewSet)
