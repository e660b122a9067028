"""The catalogue of figures: rooms hang theirs up, everybody reads them here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lienhiep.core.figures.counting import Counting
from lienhiep.core.period import Period

Count = Callable[[Period], Counting]


@dataclass(frozen=True)
class Figure:
    """A figure of the annual report, with its code in the catalogue.

    The code never changes its meaning and is never used again; when the way of counting
    changes, `version` rises, and frozen reports say so.
    """

    code: str
    name: str
    label: Any
    unit: Any
    section: Any
    counting_date: Any
    count: Count
    plan: Count | None = None
    version: int = 1
    readers: frozenset[str] = frozenset({"anyone"})
    stands_at_data_date: bool = False

    @property
    def meaning(self) -> str:
        """The sentence that says what is counted (the docstring of its function)."""
        return (self.count.__doc__ or "").strip().split("\n")[0]


_by_code: dict[str, Figure] = {}
_by_name: dict[str, Figure] = {}


def figure(
    code: str,
    name: str,
    *,
    label: Any,
    unit: Any,
    section: Any,
    counting_date: Any,
    plan: Count | None = None,
    version: int = 1,
    readers: frozenset[str] = frozenset({"anyone"}),
    stands_at_data_date: bool = False,
) -> Callable[[Count], Count]:
    """Hang a figure up in the catalogue.

    `name` is `<room>.<what>`; `counting_date` says by which date of the record it is
    counted (mốc tính); `plan` counts what was planned for the period; `readers` are the
    keys that may see the value itself (the records have their own readers). A figure that
    `stands_at_data_date` is told as it stood on the data date of a report made soon after
    the period (visits in total on 10/01/2023, in the report of 2022).
    """

    def hang_up(count: Count) -> Count:
        if (code in _by_code and _by_code[code].name != name) or (
            name in _by_name and _by_name[name].code != code
        ):
            raise ValueError(f"Figure {code} or {name} stands in the catalogue already.")
        entry = Figure(
            code,
            name,
            label,
            unit,
            section,
            counting_date,
            count,
            plan,
            version,
            readers,
            stands_at_data_date,
        )
        _by_code[code] = _by_name[name] = entry
        return count

    return hang_up


def all_figures() -> list[Figure]:
    """Return the catalogue in the order of the codes."""
    return [_by_code[code] for code in sorted(_by_code)]


def figure_named(code_or_name: str) -> Figure | None:
    """Return a figure by its code ("E01", "e05a": in any case) or name, or None."""
    found = _by_code.get(code_or_name) or _by_name.get(code_or_name)
    if found is not None:
        return found
    folded = code_or_name.casefold()
    return next((one for code, one in _by_code.items() if code.casefold() == folded), None)
