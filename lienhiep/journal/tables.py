"""The columns of the back-office lists that more than one of them shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn

from lienhiep.core.text import format_date

STATE_KINDS = {
    "planned": "neutral",
    "collecting": "doing",
    "editing": "doing",
    "layout": "doing",
    "signed": "care",
    "printed": "care",
    "received": "care",
    "accepted": "doing",
    "placed": "doing",
    "published": "good",
    "refused": "closed",
    "withdrawn": "closed",
}
"""How the state of an issue or an article is coloured; the word always stands beside."""


class StateColumn(Column):
    """The derived state with its sign and its word."""

    cell_template_name = "journal/admin/state_cell.html"

    def get_cell_context_data(
        self, instance: Any, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the kind of state beside the word."""
        context = super().get_cell_context_data(instance, parent_context)
        context["kind"] = STATE_KINDS[instance.state]
        context["label"] = instance.state.label
        return context


def state_column() -> StateColumn:
    """Return the column of the derived state, sortable by its code."""
    return StateColumn("state", label=_("State"), sort_key="state_code", width="12em")


class DayColumn(Column):
    """A day as an office writes it; Wagtail's own column says how long ago it was."""

    def get_value(self, instance: Any) -> str:
        """Return "20/05/2022", or nothing."""
        day = super().get_value(instance)
        return format_date(day) if day else ""


def day_column(field: str, label: Any) -> DayColumn:
    """Return a column of days, sortable."""
    return DayColumn(field, label=label, sort_key=field, width="9em")


def number_column(field: str, label: Any, *, sort_key: str = "") -> NumberColumn:
    """Return a column of numbers set to the right, sortable."""
    return NumberColumn(field, label=label, sort_key=sort_key or field, width="7em")
