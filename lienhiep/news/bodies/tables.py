"""Tables of HTML: those that hold figures, and those that only set things side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lienhiep.news.bodies import marks
from lienhiep.news.bodies.surroundings import Surroundings

WIDEST = 60


def is_layout(table: Any) -> bool:
    """Return whether a table only sets things side by side: pictures, other tables, one cell."""
    if len(list(table.iter("table"))) > 1 or list(table.iter("img", "iframe", "video", "ul", "ol")):
        return True
    rows = [_cells(row) for row in table.iter("tr")]
    if max(map(len, rows), default=0) <= 1:
        return True
    longest = max((len(cell.text_content()) for row in rows for cell in row), default=0)
    return len(rows) <= 2 and longest > 600


def rows_of(table: Any, text_of: Callable[[Any], str], around: Surroundings) -> list[str]:
    """Return the rows of a table, cells parted by tabs; cells that span leave empty ones."""
    rows: list[list[str]] = []
    below: dict[int, int] = {}
    for row in table.iter("tr"):
        line: list[str] = []
        for cell in _cells(row):
            while below.get(len(line), 0) > 0:
                below[len(line)] -= 1
                line.append("")
            deep = _number(cell.get("rowspan"))
            wide = max(1, min(_number(cell.get("colspan")), WIDEST))
            for part in range(wide):
                if deep > 1:
                    below[len(line)] = deep - 1
                line.append(_words(cell, text_of, around) if part == 0 else "")
        while below.get(len(line), 0) > 0:
            below[len(line)] -= 1
            line.append("")
        if any(line):
            rows.append(line)
    wide = max(map(len, rows), default=0)
    # A first cell that is empty would be lost where lines are stripped of their white space.
    return [
        "\t".join((cell or "–") if place == 0 else cell for place, cell in enumerate(row))
        + "\t" * (wide - len(row))
        for row in rows
    ]


def _number(value: str | None) -> int:
    """Return over how many a cell spans, whatever stands there."""
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() else 1


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if isinstance(cell.tag, str) and cell.tag in ("td", "th")]


def _words(cell: Any, text_of: Callable[[Any], str], around: Surroundings) -> str:
    for mark in cell.iter("br", "p", "div"):
        if mark.tag == "br" or mark.getprevious() is not None:
            mark.tail, mark.text = (
                (" " + (mark.tail or ""), mark.text)
                if mark.tag == "br"
                else (mark.tail, " " + (mark.text or ""))
            )
    words = marks.squeezed(text_of(cell)).strip()
    for link in cell.iter("a"):
        address = marks.safe_address(str(link.get("href") or ""))
        if address and not address.startswith("#"):
            words = f"{words} ({around.link(address) or address})"
    return words
