"""The parts of the first page: Wagtail calls them panels."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component

from lienhiep.core.office_home.figures import figures_of_home
from lienhiep.core.shortcuts import coming_for, shortcuts_for

MOST_COMING = 6
MOST_SHORTCUTS = 8
"""More are folded away: a list that must be read through is no short cut."""


class BesidePanel(Component):
    """Beside what waits: the ways to the day's work, and what lies ahead."""

    name = "beside"
    order = 20
    template_name = "core/admin/home/beside.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Ask the rooms."""
        user = parent_context["request"].user
        offered = shortcuts_for(user)
        return {
            "shortcuts": offered[:MOST_SHORTCUTS],
            "more_shortcuts": offered[MOST_SHORTCUTS:],
            "coming": coming_for(user)[:MOST_COMING],
        }


class FiguresPanel(Component):
    """The figures of somebody's roles against the year before."""

    name = "figures"
    order = 30
    template_name = "core/admin/home/figures.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Count, or read what was counted since the last change."""
        return {"home": figures_of_home(parent_context["request"].user)}
