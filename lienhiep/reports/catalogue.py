"""The catalogue for a period: each figure with its plan, the year before, and the change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lienhiep.core.figures import (
    Figure,
    Value,
    all_figures,
    evaluate_all,
    sections_of,
    value_of,
)
from lienhiep.core.figures.counting import Number
from lienhiep.core.period import FIRST_YEAR, Period, today
from lienhiep.core.principals import principals
from lienhiep.reports.addresses import figure_url, percent_change
from lienhiep.reports.asking import Asked

YEARS_DRAWN = 5
YEARS_OFFERED = 6
LONGEST_DRAWN = 366
"""Days of a period that is drawn beside those of the years before."""
LEAST_DRAWN = 2
"""A single column says no more than the number beside it."""


@dataclass(frozen=True)
class Item:
    """One line of the catalogue."""

    now: Value
    before: Number | None
    url: str
    before_url: str

    @property
    def change(self) -> int | None:
        """The change against the period before in whole percent; None where there is none."""
        return percent_change(self.now.value, self.before)

    @property
    def why_not_compared(self) -> str:
        """Why no change is told, in words; empty where there is one."""
        if self.change is not None:
            return ""
        if self.now.value is None:
            return _("nothing is known for this period")
        if self.before is None:
            return _("nothing is known for the period before")
        return _("it was nought before")


@dataclass(frozen=True)
class Chapter:
    """One section of the catalogue, with its main figure over the years where it is drawn."""

    letter: str
    heading: Any
    items: list[Item]
    drawn: dict[str, Any] | None = None


def readable_figures(user: Any) -> list[Figure]:
    """Return the figures whose value this reader may see."""
    held = principals(user)
    return [figure for figure in all_figures() if held & figure.readers]


def chapters_of(
    user: Any, asked: Asked, *, back_office: bool = False, with_charts: bool = False
) -> list[Chapter]:
    """Return the catalogue by its sections, in the order of the letters.

    Plans and stated numbers are asked for once; each figure then costs its own few questions,
    however many records stand behind it. Only the first of each section is drawn.
    """
    figures = readable_figures(user)
    values = {one.figure.code: one for one in evaluate_all(figures, asked.period, asked.data_date)}
    return [
        Chapter(
            section.letter,
            section.heading,
            [_item(values[one.code], asked, back_office) for one in section.figures],
            years_of(section.figures[0], asked) if with_charts else None,
        )
        for section in sections_of(figures)
    ]


def _item(now: Value, asked: Asked, back_office: bool) -> Item:
    code = now.figure.code
    return Item(
        now=now,
        before=value_of(now.figure, asked.previous, asked.previous_day),
        url=figure_url(code, str(asked.period), asked.named_day, back_office),
        before_url=figure_url(code, str(asked.previous), asked.previous_named_day, back_office),
    )


def catalogue_of(user: Any, asked: Asked, *, back_office: bool = False) -> dict[str, Any]:
    """Return what a page of the catalogue says."""
    return {
        "asked": asked,
        "period": asked.period,
        "previous": asked.previous,
        "data_date": asked.data_date,
        "sections": chapters_of(user, asked, back_office=back_office, with_charts=True),
        "years": range(today().year, today().year - YEARS_OFFERED, -1),
    }


def years_of(figure: Figure, asked: Asked) -> dict[str, Any] | None:
    """Return a figure in this period and in the same one of the years before, for a chart.

    A period longer than a year is not drawn: it would overlap with itself.
    """
    row = [asked]
    while len(row) < YEARS_DRAWN:
        last = row[-1]
        if last.period.days > LONGEST_DRAWN or last.period.start.year <= FIRST_YEAR:
            return None
        row.append(Asked(last.previous, last.previous_day))
    row.reverse()
    values = [value_of(figure, one.period, one.data_date) for one in row]
    # Years before the first record are no years of nothing: there were no records yet.
    while values and not values[0]:
        del values[0], row[0]
    if len(values) < LEAST_DRAWN:
        return None
    return {
        "values": values,
        "labels": [_short(one.period) for one in row],
        "caption": f"{figure.code} {figure.label} ({figure.unit})",
    }


def _short(period: Period) -> str:
    """Return how a column is labelled: the year, whatever part of it is counted."""
    return str(period.start.year)
