"""The screens of personal data in the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RoomGroup
from lienhiep.privacy.viewsets.breach import BreachViewSet
from lienhiep.privacy.viewsets.registers import DossierViewSet, RetentionRunViewSet


class PrivacyGroup(RoomGroup):
    """The room of personal data in the menu."""

    menu_label = _("Personal data")
    menu_icon = "lock"
    menu_order = 910
    items = (BreachViewSet, DossierViewSet, RetentionRunViewSet)
