"""Which year to show where nobody named one."""

from __future__ import annotations

from lienhiep.core.figures.registry import all_figures
from lienhiep.core.period import Period, today
from lienhiep.core.principals import ANYONE

YEARS_BACK = 5


def newest_counted_year() -> Period:
    """Return the newest year that is over and in which the first public figure counts anything.

    Where it counts nothing in the last years, the year before this one.
    """
    last = today().year - 1
    first = next((figure for figure in all_figures() if ANYONE in figure.readers), None)
    for year in range(last, last - YEARS_BACK, -1) if first is not None else ():
        if first.count(Period.year(year)).rows().exists():
            return Period.year(year)
    return Period.year(last)
