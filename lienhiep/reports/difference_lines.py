"""Differences as one reader may see them: with the record's name and page, or withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.withholding import WITHHELD
from lienhiep.reports.differences import Difference, FigureDifference


@dataclass(frozen=True)
class Line:
    """One difference on the report's page."""

    difference: Difference
    record: str
    url: str
    is_withheld: bool = False


def lines_for(user: Any, found: FigureDifference) -> list[Line]:
    """Return the differences of a figure, each with what this reader may know of its record.

    Of a record that is gone only the number is left; of one that the reader may not see,
    that it differs and how it counts, not who changed it.
    """
    model = found.frozen.content_type.model_class() if found.frozen.content_type else None
    if model is None:
        return [Line(one, f"#{one.object_id}", "") for one in found.records]
    pks = [one.object_id for one in found.records]
    visible = model.objects.visible_to(user).filter(pk__in=pks).in_bulk()
    there = set(model._base_manager.filter(pk__in=pks).values_list("pk", flat=True))
    lines = []
    for one in found.records:
        row = visible.get(one.object_id)
        if row is not None:
            lines.append(Line(one, str(row), admin_row_url(row) or ""))
        elif one.object_id in there:
            lines.append(Line(one, str(WITHHELD), "", is_withheld=True))
        else:
            lines.append(Line(one, f"#{one.object_id}", ""))
    return lines
