"""What waits, on the first page of the back office."""

from typing import Any

from wagtail import hooks
from wagtail.admin.ui.components import Component

from lienhiep.core.period import today
from lienhiep.core.waiting import waiting_for


class WaitingPanel(Component):
    """What now waits for whoever looks."""

    name = "waiting"
    order = 10
    template_name = "desk/admin/waiting_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Ask the rooms."""
        user = parent_context["request"].user
        return {"waiting": waiting_for(user, today())}


@hooks.register("construct_homepage_panels")
def put_waiting_first(request, panels):
    """What waits stands above everything; Wagtail's own panels follow."""
    panels.insert(0, WaitingPanel())
