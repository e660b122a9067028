"""Working days: neither Saturday nor Sunday nor a holiday that the office has entered."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference, value_on

HOLIDAYS = "core.holidays"
SATURDAY = 5

expect_reference(
    HOLIDAYS,
    of=list,
    label=_("Holidays"),
    description=_(
        'Days on which the office is closed: "04-30" for each year, "2026-02-17" for one.'
    ),
)

FIRST_HOLIDAYS = (
    HOLIDAYS,
    [
        "01-01",
        "04-30",
        "05-01",
        "09-02",
        "2026-02-16",
        "2026-02-17",
        "2026-02-18",
        "2026-02-19",
        "2026-02-20",
        "2026-04-27",
        "2026-09-01",
    ],
    date(2021, 1, 1),
    "Bộ luật Lao động 45/2019/QH14, Điều 112; lịch nghỉ Tết hằng năm do cơ quan nhập",
)
"""Fixed days, and those of 2026; the office enters the days of the lunar year each year."""


def is_working_day(day: date) -> bool:
    """Return whether the office works on a day."""
    closed = value_on(HOLIDAYS, day, default=())
    return day.weekday() < SATURDAY and not {f"{day:%m-%d}", day.isoformat()} & set(closed)


def after_working_days(start: date, days: int) -> date:
    """Return the last of some working days that follow a day; the day itself does not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day
