"""Titles before the names of persons."""

from __future__ import annotations

from collections.abc import Iterable

from lienhiep.core.text import strip_titles

FORMS_OF_ADDRESS = frozenset({"Ông", "Bà", "Đ/c"})
"""Politeness, not titles: left out, because a letter chooses its own."""


def parted_titles(text: str) -> tuple[list[str], str]:
    """Return the titles before a name, forms of address left out, and the bare name."""
    titles, rest = strip_titles(text)
    return [title for title in titles if title not in FORMS_OF_ADDRESS], rest


def join_titles(titles: Iterable[str], rest: str = "") -> str:
    """Write titles as an office does, "PGS.TS"; what is no known title is kept behind them."""
    return " ".join(part for part in (".".join(titles), rest) if part)
