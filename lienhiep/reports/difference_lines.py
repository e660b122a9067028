"""Differences as one reader may see them: with the record's name and page, or withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.withholding import WITHHELD, visible_among
from lienhiep.reports.causes import Key
from lienhiep.reports.differences import Difference, FigureDifference


@dataclass(frozen=True)
class Line:
    """One difference on the report's page."""

    difference: Difference
    record: str
    url: str
    is_withheld: bool = False
    cause: str = ""
    """The other record that made the difference, where it is one that the reader may see."""
    is_cause_withheld: bool = False

    @property
    def withheld(self) -> str:
        """The words for what the reader may not know."""
        return str(WITHHELD)

    @property
    def tells(self) -> bool:
        """Whether the reader may know what was done, by whom and when."""
        return not self.is_withheld and not self.is_cause_withheld


def lines_for(user: Any, found: FigureDifference) -> list[Line]:
    """Return the differences of a figure, each with what this reader may know of its record.

    Of a record that is gone only the number is left; of one that the reader may not see,
    that it differs and how it counts, not who changed it; the same where the cause is such.
    """
    model = found.frozen.content_type.model_class() if found.frozen.content_type else None
    causes = _causes_for(user, found.records)
    if model is None:
        return [
            Line(one, f"#{one.object_id}", "", **causes.get(one.cause, {})) for one in found.records
        ]
    pks = [one.object_id for one in found.records]
    visible = model.objects.visible_to(user).filter(pk__in=pks).in_bulk()
    there = set(model._base_manager.filter(pk__in=pks).values_list("pk", flat=True))
    lines = []
    for one in found.records:
        row, cause = visible.get(one.object_id), causes.get(one.cause, {})
        if row is not None:
            lines.append(Line(one, str(row), admin_row_url(row) or "", **cause))
        elif one.object_id in there:
            lines.append(Line(one, str(WITHHELD), "", is_withheld=True))
        else:
            lines.append(Line(one, f"#{one.object_id}", "", **cause))
    return lines


def _causes_for(user: Any, records: Iterable[Difference]) -> dict[Key | None, dict[str, Any]]:
    """Return what a line may say of each record that caused a difference in another's place."""
    asked: dict[str, set[int]] = defaultdict(set)
    for one in records:
        if one.cause:
            asked[one.cause[0]].add(one.cause[1])
    said: dict[Key | None, dict[str, Any]] = {}
    for label, pks in asked.items():
        model = apps.get_model(label)
        there = model._base_manager.in_bulk(pks)
        seen = visible_among(model, there, user)
        for pk in pks:
            if pk in seen:
                said[label, pk] = {"cause": str(there[pk])}
            elif pk in there:
                said[label, pk] = {"is_cause_withheld": True}
            else:
                said[label, pk] = {"cause": f"#{pk}"}
    return said
