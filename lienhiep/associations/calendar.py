"""The calendar of this room: months ahead, and the year whose numbers are asked for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from lienhiep.associations.reference_codes import STATEMENT_DUE
from lienhiep.core.reference import value_on

ASKED_FROM = (11, 1)
"""From this day on the numbers of the running year are asked for; until then those of the last."""


def month_later(day: date, months: int) -> date:
    """Return the same day some months later or, with a negative number, earlier."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def statement_year(on: date) -> tuple[int, date, date | None]:
    """Return the year whose numbers are asked for on a day, since when, and until when."""
    year = on.year if (on.month, on.day) >= ASKED_FROM else on.year - 1
    due = value_on(STATEMENT_DUE, date(year, 12, 31), default="")
    return year, date(year, *ASKED_FROM), _in_year(year, due)


def _in_year(year: int, written: str) -> date | None:
    """Return the day that "12-10" names in a year; what cannot be read names none."""
    try:
        month, day = (int(part) for part in written.split("-"))
        return date(year, month, day)
    except ValueError:
        return None
