"""What waits, on the first page of the back office and as a number in its menu."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from lienhiep.core.waiting import count_waiting, waiting_in
from lienhiep.desk.grouping import grouped

MOST_ON_THE_FIRST_PAGE = 10


class WaitingPanel(Component):
    """What now waits for whoever looks, the most urgent of it."""

    name = "waiting"
    order = 10
    template_name = "desk/admin/waiting_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Ask the rooms, and put what they say in groups."""
        waiting = waiting_in(parent_context["request"])
        groups = grouped(waiting, most=MOST_ON_THE_FIRST_PAGE)
        shown = sum(len(group.items) for group in groups)
        return {"groups": groups, "total": len(waiting), "hidden": len(waiting) - shown}


class WaitingMenuItem(MenuItem):
    """The way to the desk, with the number of things that wait there."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """Return the entry with its number, from the same items as the list."""
        number = count_waiting(request)
        return LinkMenuItem(
            self.name,
            f"{self.label} ({number})" if number else str(self.label),
            self.url,
            icon_name=self.icon_name,
            classname=self.classname,
            attrs=self.attrs,
        )


@hooks.register("register_log_actions")
def register_verbs(actions: Any) -> None:
    """Give the history words for what is done at the desk."""
    actions.register_action(
        "desk.set_mail", _("Choose how to be written to"), _("Choice of mail changed")
    )
    actions.register_action("desk.stop_mail", _("End the mails"), _("Mails ended"))


@hooks.register("construct_homepage_panels")
def put_waiting_first(request: HttpRequest, panels: list[Component]) -> None:
    """What waits stands above everything."""
    panels.insert(0, WaitingPanel())


@hooks.register("register_admin_menu_item")
def register_desk() -> MenuItem:
    return WaitingMenuItem(
        _("What waits for me"),
        reverse("desk:desk"),
        name="waiting",
        icon_name="lh-desk",
        order=1,
    )
