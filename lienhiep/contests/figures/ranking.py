"""The ranking of an edition by the scores of its jurors."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lienhiep.contests.models import Edition, Entry, Prize


@dataclass(frozen=True)
class Ranked:
    """An entry in the order of its scores; `rank` is None while no score is in."""

    entry: Entry
    rank: int | None
    mean: Decimal | None
    spread: Decimal | None
    sheets_in: int
    sheets_owed: int
    prize: Prize | None
    is_wide: bool
    """Whether the jurors differ by more than the edition allows without talking again."""


def ranking_of(edition: Edition) -> list[tuple[Any, list[Ranked]]]:
    """Return the admitted entries field by field, the best mean first; equal means share a rank."""
    prizes = {prize.entry_id: prize for prize in edition.prizes.standing().select_related("level")}
    entries = edition.entries.admitted().with_scores().select_related("field", "unit")
    by_field: dict[Any, list[Entry]] = {}
    for entry in entries.order_by("field__position", "code"):
        by_field.setdefault(entry.field, []).append(entry)
    return [
        (field, _ranked(rows, edition.spread_limit, prizes)) for field, rows in by_field.items()
    ]


def _ranked(entries: list[Entry], limit: Decimal | None, prizes: dict[int, Prize]) -> list[Ranked]:
    entries.sort(key=lambda one: (one.mean is None, -(one.mean or 0), one.code))
    found: list[Ranked] = []
    for place, entry in enumerate(entries, start=1):
        before = found[-1] if found else None
        tied = before is not None and before.mean == entry.mean
        found.append(
            Ranked(
                entry=entry,
                rank=None if entry.mean is None else before.rank if tied and before else place,
                mean=entry.mean,
                spread=entry.spread,
                sheets_in=entry.sheets_in,
                sheets_owed=entry.sheets_owed,
                prize=prizes.get(entry.pk),
                is_wide=limit is not None and (entry.spread or 0) > limit,
            )
        )
    return found
