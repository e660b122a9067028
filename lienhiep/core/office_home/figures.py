"""The few figures of somebody's first page: this year, the year before, the last five years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.cache import caches
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lienhiep.core.figures import Figure, evaluate, newest_counted_year, value_of
from lienhiep.core.figures.counting import Number
from lienhiep.core.period import Period, today
from lienhiep.core.shortcuts import home_figures_for

YEARS_DRAWN = 5
CACHE_SECONDS = 300
"""For what has no history, such as visits; all else is counted anew when it changes."""

Address = Callable[[Any, Figure, Period], str]
_addresses: list[Address] = []


def register_figure_addresses(address: Address) -> Address:
    """Say where somebody opens the records behind a figure; the room of the reports knows."""
    if address not in _addresses:
        _addresses.append(address)
    return address


@dataclass(frozen=True)
class Counted:
    """What is kept of one figure: numbers only, so that each reader gets their own words."""

    value: Number | None
    records: int
    data_date: date
    before: Number | None
    years: tuple[tuple[int, Number | None], ...]


@dataclass(frozen=True)
class HomeFigure:
    """One figure as it stands on the page."""

    figure: Figure
    period: Period
    counted: Counted
    url: str
    is_running: bool

    @property
    def difference(self) -> Number | None:
        """How much more or less than a year before; None where one of the two is unknown."""
        if self.counted.value is None or self.counted.before is None:
            return None
        return self.counted.value - self.counted.before

    @property
    def size_of_difference(self) -> Number:
        """The difference without its sign."""
        difference = self.difference or 0
        return difference if difference > 0 else -difference

    @property
    def before_year(self) -> int:
        """The year that it is compared with."""
        return self.period.start.year - 1


@dataclass(frozen=True)
class HomeFigures:
    """The figures of one page, all of the same year."""

    figures: list[HomeFigure]
    year: int
    running_year: int
    counted_at: datetime | None

    @property
    def is_running(self) -> bool:
        """Whether the year is not over, so that it is counted in part."""
        return self.year == self.running_year


def figures_of_home(user: Any, on: date | None = None) -> HomeFigures:
    """Count the figures of somebody's first page.

    The running year is shown once half of the figures count something in it; before, the
    newest year that tells something, and the page says so.
    """
    day = on or today()
    wanted = home_figures_for(user)
    if not wanted:
        return HomeFigures([], day.year, day.year, None)
    stand = _Stand(day)
    counted = {one.code: stand.of(one, Period.year(day.year)) for one in wanted}
    period = Period.year(day.year)
    if 2 * sum(bool(one.value) for one in counted.values()) < len(wanted):
        period = stand.newest_year()
        counted = {one.code: stand.of(one, period) for one in wanted}
    is_running = period.start.year == day.year
    figures = [
        HomeFigure(one, period, counted[one.code], _address(user, one, period), is_running)
        for one in wanted
    ]
    return HomeFigures(figures, period.start.year, day.year, stand.oldest)


class _Stand:
    """What was counted since the last change of any record; kept for some minutes at most."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.cache = caches["process"]
        newest = ModelLogEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
        self.state = f"{day:%Y%m%d}-{newest or 0}"
        self.oldest: datetime | None = None

    def of(self, figure: Figure, period: Period) -> Counted:
        """Return a figure's numbers."""
        name = f"home:{figure.code}:{figure.version}:{period}"
        return self._kept(name, lambda: _count(figure, period, self.day))

    def newest_year(self) -> Period:
        """Return the newest year that tells something."""
        return self._kept("home:newest-year", newest_counted_year)

    def _kept(self, name: str, count: Callable[[], Any]) -> Any:
        key = f"{name}:{self.state}"
        found = self.cache.get(key)
        if found is None:
            found = (timezone.now(), count())
            self.cache.set(key, found, CACHE_SECONDS)
        self.oldest = min(self.oldest or found[0], found[0])
        return found[1]


def _count(figure: Figure, period: Period, day: date) -> Counted:
    now = evaluate(figure, period)
    year = period.start.year
    before_day = _same_day(now.data_date, -1)
    years = tuple(
        (one, now.value if one == year else value_of(figure, Period.year(one), day))
        for one in range(year - YEARS_DRAWN + 1, year + 1)
    )
    before = value_of(figure, Period.year(year - 1), before_day)
    return Counted(now.value, now.records, now.data_date, before, years)


def _same_day(day: date, years: int) -> date:
    """Return the same day of another year; the leap day becomes the last of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _address(user: Any, figure: Figure, period: Period) -> str:
    found = (address(user, figure, period) for address in _addresses)
    return next((url for url in found if url), "")
