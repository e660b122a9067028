"""The columns of back-office lists: days, numbers and states as an office reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn

from lienhiep.core.text import format_date


class DayColumn(Column):
    """A day as an office writes it; Wagtail's own column says how long ago it was."""

    def get_value(self, instance: Any) -> str:
        """Return "20/05/2022", or nothing."""
        day = super().get_value(instance)
        return format_date(day) if day else ""


class RightNumberColumn(NumberColumn):
    """A number with its thousands parted, set to the right; what is not known stays empty."""

    def get_cell_context_data(
        self, instance: Any, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the cell."""
        context = super().get_cell_context_data(instance, parent_context)
        if context["raw_value"] is None:
            context["value"] = ""
        return context


class StateColumn(Column):
    """The state with its sign and its word; a colour alone would say nothing to many."""

    cell_template_name = "core/admin/state_cell.html"

    def __init__(self, name: str, *, kinds: Mapping[str, str], **options: Any) -> None:
        super().__init__(name, **options)
        self.kinds = kinds

    def get_cell_context_data(
        self, instance: Any, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the kind of state beside the word; what is withheld has no sign."""
        context = super().get_cell_context_data(instance, parent_context)
        state = context["raw_value"]
        if isinstance(state, str):
            context["kind"] = self.kinds[state]
            stored = getattr(instance, f"get_{self.name}_display", None)
            context["value"] = stored() if stored else state.label
        return context


def day_column(field: str, label: Any) -> DayColumn:
    """Return a column of days, sortable."""
    return DayColumn(field, label=label, sort_key=field, width="9em")


def moment_column(field: str, label: Any) -> Column:
    """Return a column of moments, hour and day in Vietnam, sortable."""
    return Column(field, label=label, sort_key=field, width="10em")


def number_column(field: str, label: Any, *, sort_key: str = "") -> RightNumberColumn:
    """Return a column of numbers set to the right, sortable."""
    return RightNumberColumn(
        field, label=label, classname="number", sort_key=sort_key or field, width="7em"
    )


def state_column(
    kinds: Mapping[str, str], *, field: str = "state", sort_key: str = ""
) -> StateColumn:
    """Return the column of a state; `kinds` says how each is shown.

    The kinds are those of the tag `state`: good, doing, care, late, neutral, closed. A
    derived state is a member of its choices and is sorted by what the query adds for it.
    """
    return StateColumn(
        field, kinds=kinds, label=_("State"), sort_key=sort_key or field, width="12em"
    )
