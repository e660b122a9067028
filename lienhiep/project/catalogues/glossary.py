"""One English term, one Vietnamese term: what the glossary says, and where a catalogue departs.

The glossary is a page for people (`docs/glossary.md`); its tables are read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lienhiep.project.catalogues.merging import ROOMS
from lienhiep.project.catalogues.spelling import MARKUP

PAGE = ROOMS.parent / "docs" / "glossary.md"
HEADING = ["English", "Vietnamese", "Never", "Source", "Meaning"]

ADDRESSES = ("ông/bà", "ông (bà)", "quý vị", "anh/chị", "các bạn")
"""Forms of address that are not the one the glossary chose."""


@dataclass(frozen=True)
class Term:
    """A line of the glossary."""

    forms: tuple[str, ...]
    anywhere: tuple[str, ...]
    vietnamese: tuple[str, ...]
    never: tuple[str, ...]
    nowhere: tuple[str, ...]


def pieces(cell: str, mark: str) -> list[str]:
    """Return what stands in a cell, apart."""
    return [piece.strip() for piece in cell.split(mark) if piece.strip()]


@cache
def terms(page: Path = PAGE) -> tuple[Term, ...]:
    """Return the terms of the page; none where the documentation is not there."""
    return tuple(_terms(page.read_text(encoding="utf-8"))) if page.exists() else ()


def _terms(text: str) -> Iterator[Term]:
    inside = False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells == HEADING:
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside and not set(line) <= set("|-: "):
            yield _term(cells)


def _term(cells: list[str]) -> Term:
    english, vietnamese, never = cells[:3]
    forms = pieces(english, " / ")
    said = pieces(never, ";")
    return Term(
        forms=tuple(form.rstrip("*").casefold() for form in forms),
        anywhere=tuple(form.rstrip("*") for form in forms if form.endswith("*")),
        vietnamese=tuple(word.casefold() for word in pieces(vietnamese, ";")),
        never=tuple(word.rstrip("!") for word in said),
        nowhere=tuple(word.rstrip("!") for word in said if word.endswith("!")),
    )


def stands_in(words: str, text: str) -> bool:
    """Say whether words stand in a text as words, whatever their capitals."""
    if words.casefold() not in text.casefold():
        return False  # most texts; a pattern for each would take seconds
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


def departures(english: str, vietnamese: str, page: Path = PAGE) -> Iterator[str]:
    """Yield where a translation departs from the glossary."""
    english, vietnamese = MARKUP.sub(" ", english), MARKUP.sub(" ", vietnamese)
    bare = english.strip().rstrip(".:…").casefold()
    said = vietnamese.casefold()
    for term in terms(page):
        alone = bare in term.forms
        inside = any(stands_in(form, english) for form in term.anywhere)
        if (alone or inside) and not any(word in said for word in term.vietnamese):
            yield f"says {vietnamese!r}, where the glossary has {term.vietnamese[0]!r}"
        refused = term.never if alone or inside else term.nowhere
        for word in refused:
            if stands_in(word, vietnamese):
                yield f"says {word!r}, where the glossary has {term.vietnamese[0]!r}"
    yield from addressed(vietnamese)


def addressed(vietnamese: str) -> Iterator[str]:
    """Yield the forms of address that are not ours."""
    for address in ADDRESSES:
        if stands_in(address, vietnamese):
            yield f"addresses the reader as {address!r}, not as 'bạn'"
