"""The first hour on the first page of the back office."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component

from lienhiep.core.models import union_identity
from lienhiep.setup.steps import standings


class SetupPanel(Component):
    """How far the Union is set up, and what comes next."""

    name = "setup"
    order = 1
    template_name = "setup/admin/panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Ask the records."""
        union = union_identity()
        every = standings(union)
        return {
            "is_demo": union is not None and union.is_demonstration,
            "settled": sum(not one.is_open for one in every),
            "total": len(every),
            "following": next((one.step for one in every if one.is_open), None),
        }
