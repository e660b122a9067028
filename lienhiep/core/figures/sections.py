"""The catalogue by its sections, which follow from the letter of the code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import pgettext_lazy

from lienhiep.core.figures.registry import Figure

HEADINGS = {
    "A": pgettext_lazy("section of the catalogue", "Political and organisational work"),
    "B": pgettext_lazy("section of the catalogue", "Organisation and members"),
    "C": pgettext_lazy("section of the catalogue", "Advice, critique and social appraisal"),
    "D": pgettext_lazy("section of the catalogue", "Science tasks and projects"),
    "E": pgettext_lazy("section of the catalogue", "Information and dissemination"),
    "F": pgettext_lazy("section of the catalogue", "Contests and creativity awards"),
    "G": pgettext_lazy("section of the catalogue", "Emulation and commendation"),
    "H": pgettext_lazy("section of the catalogue", "Relations and resources"),
    "P": pgettext_lazy("section of the catalogue", "Plan of work"),
}
"""The sections of the catalogue, in the order of the annual report."""


@dataclass(frozen=True)
class Section:
    """One section: its letter, its heading, and its figures in the order of their codes."""

    letter: str
    heading: Any
    figures: list[Figure]


def sections_of(figures: Iterable[Figure]) -> list[Section]:
    """Group figures by the letter of their code, in the order of the letters."""
    found = []
    for letter, group in groupby(sorted(figures, key=lambda one: one.code), key=letter_of):
        members = list(group)
        found.append(Section(letter, HEADINGS.get(letter, members[0].section), members))
    return found


def letter_of(figure: Figure) -> str:
    """Return the letter under which a figure stands in the catalogue."""
    return figure.code[0]
