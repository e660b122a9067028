"""Visits of people day by day, month by month and year by year, for the charts."""

from __future__ import annotations

from calendar import monthrange

from django.db.models import Sum
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear

from lienhiep.core.period import Period
from lienhiep.visits.models import DailyTally


def by_year() -> dict[int, int]:
    """Return the visits of each year that has any row, the newest first."""
    years = DailyTally.objects.of_people().values(part=ExtractYear("day"))
    rows = years.annotate(total=Sum("visits")).order_by("-part")
    return {row["part"]: row["total"] for row in rows}


def by_month(year: int) -> list[int | None]:
    """Return the visits of the twelve months; None where nothing was counted."""
    of_year = DailyTally.objects.of_people().in_period(Period.year(year))
    rows = of_year.values(part=ExtractMonth("day")).annotate(total=Sum("visits"))
    known = {row["part"]: row["total"] for row in rows.order_by()}
    return [known.get(month) for month in range(1, 13)]


def by_day(year: int, month: int) -> list[int | None]:
    """Return the visits of the days of a month; None where nothing was counted."""
    of_month = DailyTally.objects.of_people().in_period(Period.month(year, month))
    rows = of_month.values(part=ExtractDay("day")).annotate(total=Sum("visits"))
    known = {row["part"]: row["total"] for row in rows.order_by()}
    return [known.get(day) for day in range(1, monthrange(year, month)[1] + 1)]
