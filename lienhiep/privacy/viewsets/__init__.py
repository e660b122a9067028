"""The screens of personal data in the back office."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from lienhiep.core.viewsets import RoomGroup
from lienhiep.privacy.rules import may_read_registers
from lienhiep.privacy.viewsets.breach import BreachViewSet
from lienhiep.privacy.viewsets.registers import DossierViewSet, RetentionRunViewSet


class KeepersMenuItem(MenuItem):
    """An entry of the menu for those who see the registers."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to the keepers alone."""
        return may_read_registers(request.user)


class PrivacyGroup(RoomGroup):
    """The room of personal data in the menu."""

    menu_label = _("Personal data")
    menu_icon = "lock"
    menu_order = 910
    items = (BreachViewSet, DossierViewSet, RetentionRunViewSet)

    def get_submenu_items(self) -> list[Any]:
        """Add the register and what is due, which are no lists of records."""
        register = KeepersMenuItem(
            _("Record of processing"), reverse("privacy_register"), icon_name="list-ul", order=900
        )
        retention = KeepersMenuItem(
            _("Retention"), reverse("privacy_retention"), icon_name="bin", order=910
        )
        return [*super().get_submenu_items(), register, retention]
