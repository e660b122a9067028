"""Which year to show where nobody named one."""

from __future__ import annotations

from lienhiep.core.figures.registry import Figure, all_figures
from lienhiep.core.figures.sections import sections_of
from lienhiep.core.period import Period, today
from lienhiep.core.principals import ANYONE

YEARS_BACK = 5
FULL = 0.8
"""Which share of the sections a year tells that is told in full, a few gaps forgiven."""


def newest_counted_year() -> Period:
    """Return the newest year that is over and of which the records tell something.

    Of each section the first public figure is asked. The first year, going back, in which
    nearly all of them count anything is taken at once; else the newest that has nearly as
    many as the best: a year of which little was recorded would compare badly with the one
    before. Where nothing counts in the last years, the year before this one.
    """
    last = today().year - 1
    public = [figure for figure in all_figures() if ANYONE in figure.readers]
    firsts = [section.figures[0] for section in sections_of(public)]
    counted: dict[int, int] = {}
    for year in range(last, last - YEARS_BACK, -1):
        counted[year] = sum(_counts(figure, year) for figure in firsts)
        if firsts and counted[year] >= FULL * len(firsts):
            return Period.year(year)
    best = max(counted.values())
    return Period.year(next((year for year, n in counted.items() if n and n >= FULL * best), last))


def _counts(figure: Figure, year: int) -> bool:
    return bool(figure.count(Period.year(year)).rows().exists())
