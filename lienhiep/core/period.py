"""Periods of reporting and days, as the calendar of Vietnam counts them.

A day here is always a day in Asia/Ho_Chi_Minh: a document signed at 00:30 there belongs to
the new day, though it is still yesterday in UTC.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST_YEAR, LAST_YEAR = 1900, 2199
ONE_DAY = timedelta(days=1)
LONGEST_YEAR = 366


class InvalidPeriod(ValueError):
    """What was given is not a period; the message may be shown to a person."""


class PeriodKind(StrEnum):
    """How a period is named, which also says what it is compared with."""

    YEAR = "year"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    QUARTER = "quarter"
    MONTH = "month"
    BETWEEN = "between"


def today() -> date:
    """Return today in Vietnam, whatever the clock of the machine is set to."""
    return datetime.now(ZONE).date()


def local_day(moment: datetime) -> date:
    """Return the day in Vietnam on which an aware moment falls.

    Raises ValueError for a naive datetime: nobody can say which day it means.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone has no day.")
    return moment.astimezone(ZONE).date()


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of whole days, both ends included (kỳ báo cáo)."""

    start: date
    end: date
    kind: PeriodKind = PeriodKind.BETWEEN

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise InvalidPeriod(_("The period ends before it starts."))
        if not FIRST_YEAR <= self.start.year <= self.end.year <= LAST_YEAR:
            raise InvalidPeriod(
                _("The years of a period lie between %(first)s and %(last)s.")
                % {"first": FIRST_YEAR, "last": LAST_YEAR}
            )

    @classmethod
    def year(cls, year: int) -> Self:
        """Return a calendar year."""
        return cls._months(year, 1, 12, PeriodKind.YEAR)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        """Return the first or the last six months of a year; `half` is 1 or 2."""
        return cls._months(year, 6 * half - 5, 6 * half, PeriodKind.HALF)

    @classmethod
    def nine_months(cls, year: int) -> Self:
        """Return January to September, which offices report on in October."""
        return cls._months(year, 1, 9, PeriodKind.NINE_MONTHS)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """Return a quarter of a year, 1 to 4 (quý)."""
        return cls._months(year, 3 * quarter - 2, 3 * quarter, PeriodKind.QUARTER)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Return one calendar month."""
        return cls._months(year, month, month, PeriodKind.MONTH)

    @classmethod
    def between(cls, start: date, end: date) -> Self:
        """Return the days from start to end, both included, such as a term of office."""
        return cls(start, end, PeriodKind.BETWEEN)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a code such as 2022, 2022-H1, 2022-9M, 2022-Q3, 2022-11 or two dates with `..`.

        Raises InvalidPeriod with a message for the person who typed it.
        """
        code = text.strip().upper()
        for pattern, build in _READERS:
            if found := pattern.fullmatch(code):
                try:
                    return build(cls, *found.groups())
                except InvalidPeriod:
                    raise
                except ValueError as error:
                    raise cls._unreadable(text) from error
        raise cls._unreadable(text)

    @classmethod
    def _months(cls, year: int, first: int, last: int, kind: PeriodKind) -> Self:
        if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= first <= last <= 12):
            raise InvalidPeriod(_("There is no such part of the year %(year)s.") % {"year": year})
        return cls(date(year, first, 1), _last_day(year, last), kind)

    @staticmethod
    def _unreadable(text: str) -> InvalidPeriod:
        return InvalidPeriod(
            _(
                "“%(text)s” is not a period. Write 2022, 2022-H1, 2022-9M, 2022-Q3, 2022-11 "
                "or 2022-03-01..2025-06-30."
            )
            % {"text": text[:60]}
        )

    def __str__(self) -> str:
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.HALF:
                return f"{year}-H{self._half}"
            case PeriodKind.NINE_MONTHS:
                return f"{year}-9M"
            case PeriodKind.QUARTER:
                return f"{year}-Q{self._quarter}"
            case PeriodKind.MONTH:
                return f"{year}-{self.start.month:02d}"
            case _:
                return f"{self.start.isoformat()}..{self.end.isoformat()}"

    @property
    def label(self) -> str:
        """The name of the period in the reader's language, "Quý III năm 2022"."""
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return _("Year %(year)s") % {"year": year}
            case PeriodKind.HALF if self._half == 1:
                return _("First 6 months of %(year)s") % {"year": year}
            case PeriodKind.HALF:
                return _("Last 6 months of %(year)s") % {"year": year}
            case PeriodKind.NINE_MONTHS:
                return _("First 9 months of %(year)s") % {"year": year}
            case PeriodKind.QUARTER:
                roman = ("I", "II", "III", "IV")[self._quarter - 1]
                return _("Quarter %(quarter)s of %(year)s") % {"quarter": roman, "year": year}
            case PeriodKind.MONTH:
                return _("Month %(month)s of %(year)s") % {"month": self.start.month, "year": year}
            case _:
                return _("From %(start)s to %(end)s") % {
                    "start": f"{self.start:%d/%m/%Y}",
                    "end": f"{self.end:%d/%m/%Y}",
                }

    @property
    def days(self) -> int:
        """The number of days, both ends counted."""
        return (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Return whether a day lies in the period; a datetime is refused, see local_day."""
        if isinstance(day, datetime):
            raise TypeError("Ask with a day; local_day() gives the day of a moment.")
        return self.start <= day <= self.end

    def until(self, day: date) -> "Period | None":
        """Return the part up to and with a data date, or None where nothing has begun yet.

        A period that is over by then stays itself, with its name.
        """
        if day < self.start:
            return None
        return self if day >= self.end else Period.between(self.start, day)

    def previous(self) -> "Period":
        """Return the period that this one is compared with: the same one a year before.

        A stretch longer than a year, such as a term, would overlap with itself, so it is
        compared with the stretch just before it.
        """
        if self.kind is PeriodKind.BETWEEN and self.days > LONGEST_YEAR:
            return self.preceding()
        return Period(_year_before(self.start), _year_before(self.end, closing=True), self.kind)

    def preceding(self) -> "Period":
        """Return the period of the same length that ends the day before this one starts.

        Whole months are counted in months, other stretches in days.
        """
        end = self.start - ONE_DAY
        if not self._is_whole_months:
            return Period.between(self.start - timedelta(days=self.days), end)
        back = self.start.year * 12 + self.start.month - 1 - self._month_count
        start = date(back // 12, back % 12 + 1, 1)
        if self.kind is PeriodKind.NINE_MONTHS:
            return Period.between(start, end)
        return Period(start, end, self.kind)

    def iter_months(self) -> Iterator["Period"]:
        """Yield the months one by one; the first and the last are cut to the period's days.

        Together they are exactly the period, so counts by month add up to the whole.
        """
        year, month = self.start.year, self.start.month
        while date(year, month, 1) <= self.end:
            whole = Period.month(year, month)
            start, end = max(whole.start, self.start), min(whole.end, self.end)
            cut = (start, end) != (whole.start, whole.end)
            yield Period.between(start, end) if cut else whole
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)

    def datetimes(self) -> tuple[datetime, datetime]:
        """Return the first moment of the period and the first moment after it, in Vietnam.

        Filter with `>=` the first and `<` the second.
        """
        return (
            datetime.combine(self.start, time.min, ZONE),
            datetime.combine(self.end + ONE_DAY, time.min, ZONE),
        )

    @property
    def _half(self) -> int:
        return 1 if self.start.month == 1 else 2

    @property
    def _quarter(self) -> int:
        return (self.start.month + 2) // 3

    @property
    def _month_count(self) -> int:
        years = self.end.year - self.start.year
        return years * 12 + self.end.month - self.start.month + 1

    @property
    def _is_whole_months(self) -> bool:
        return self.start.day == 1 and (self.end + ONE_DAY).day == 1


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _year_before(day: date, *, closing: bool = False) -> date:
    """Return the day a year before; a closing last day of February stays a last day."""
    if day.month == 2 and (day.day == 29 or (closing and (day + ONE_DAY).day == 1)):
        return _last_day(day.year - 1, 2)
    return day.replace(year=day.year - 1)


def _read_between(cls: type[Period], start: str, end: str) -> Period:
    return cls.between(date.fromisoformat(start), date.fromisoformat(end))


_YEAR = r"([0-9]{4})"
_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_READERS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(_YEAR), lambda cls, y: cls.year(int(y))),
    (re.compile(rf"{_YEAR}-H([12])"), lambda cls, y, n: cls.half(int(y), int(n))),
    (re.compile(rf"{_YEAR}-9M"), lambda cls, y: cls.nine_months(int(y))),
    (re.compile(rf"{_YEAR}-Q([1-4])"), lambda cls, y, n: cls.quarter(int(y), int(n))),
    (re.compile(rf"{_YEAR}-([0-9]{{2}})"), lambda cls, y, n: cls.month(int(y), int(n))),
    (re.compile(rf"{_DAY}\.\.{_DAY}"), _read_between),
)
