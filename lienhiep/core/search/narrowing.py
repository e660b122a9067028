"""Among which entries a question is put, whatever its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lienhiep.core.principals import ANYONE
from lienhiep.core.search.index import LAST_PLACE, Condition, first_place_of


@dataclass(frozen=True)
class Narrowing:
    """Whose keys are asked for, which kind and sections, which days, only the site or not."""

    keys: frozenset[str]
    kind: str = ""
    sections: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    is_public: bool = False

    @property
    def first(self) -> int:
        """The first place that is asked about."""
        return first_place_of(self.since) if self.since else 0

    @property
    def behind_last(self) -> int:
        """The place behind the last that is asked about."""
        if self.until is None or self.until == date.max:
            return LAST_PLACE
        return first_place_of(self.until + timedelta(days=1))

    def condition(self) -> Condition:
        """Return what the entries must meet, apart from their places."""
        parts: list[str] = []
        params: list[Any] = []
        if self.is_public and self.keys == {ANYONE}:
            parts.append("core_searchentry.is_open = TRUE")
        else:
            parts.append(_one_of("core_searchkey", "key", len(self.keys)))
            params += sorted(self.keys)
            if self.is_public:
                parts.append("core_searchentry.public_url <> ''")
        if self.kind:
            parts.append("core_searchentry.kind = %s")
            params.append(self.kind)
        if self.sections:
            parts.append(_one_of("core_searchsection", "section", len(self.sections)))
            params += self.sections
        return Condition(" AND ".join(parts), tuple(params))

    def condition_with_places(self) -> Condition:
        """Return the same with the places."""
        found = self.condition()
        return Condition(
            f"{found.sql} AND core_searchentry.place >= %s AND core_searchentry.place < %s",
            (*found.params, self.first, self.behind_last),
        )


def _one_of(table: str, column: str, number: int) -> str:
    marks = ", ".join(["%s"] * number)
    return (
        f"EXISTS (SELECT 1 FROM {table} WHERE {table}.entry_id = core_searchentry.id "
        f"AND {table}.{column} IN ({marks}))"
    )


def joined(conditions: Iterable[Condition]) -> Condition:
    """Return what meets all of some conditions."""
    found = list(conditions)
    return Condition(
        " AND ".join(f"({one.sql})" for one in found),
        tuple(value for one in found for value in one.params),
    )
