"""A record's page with its way and with tables of what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lienhiep.core.viewsets.reading import RowInspectView


@dataclass
class Cell:
    """A text, perhaps with an address that it leads to."""

    text: Any
    url: str | None = None


@dataclass
class Table:
    """A heading, the heads of its columns, and the lines; an empty one is not shown."""

    heading: str
    heads: list[str]
    lines: list[list[Cell]] = field(default_factory=list)

    def add(self, *cells: Any) -> None:
        """Add a line; a cell is a text, or a text and an address."""
        self.lines.append(
            [Cell(*cell) if isinstance(cell, tuple) else Cell(cell) for cell in cells]
        )


class RelatedInspectView(RowInspectView):
    """A record's page: its way, its facts, then tables of what belongs to it."""

    template_name = "core/admin/row_related.html"

    def steps(self) -> list[dict[str, Any]]:
        """Return the steps of the way, where the record has one."""
        return []

    def tables(self) -> Iterable[Table]:
        """Return the tables to be shown; each kind of record states its own."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the way, and the tables that have a line."""
        shown = [table for table in self.tables() if table.lines]
        return super().get_context_data(**kwargs) | {
            "room": self.model._meta.app_label,
            "tables": shown,
            "steps": self.steps(),
        }
