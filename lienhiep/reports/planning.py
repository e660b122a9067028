"""Targets and data dates, as the figures ask for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lienhiep.core.figures.counting import Number
from lienhiep.core.period import Period, PeriodKind
from lienhiep.reports.models import Report, Target


def targets_of(period: Period) -> dict[str, Number]:
    """Return the targets that the approved plan of exactly this period sets, by code."""
    if period.kind is not PeriodKind.YEAR:
        return {}
    rows = Target.objects.filter(plan__year=period.start.year, plan__approved_on__isnull=False)
    return {code: _plain(value) for code, value in rows.values_list("code", "value")}


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def reported_on(period: Period) -> date | None:
    """Return the data date of the newest signed report on exactly this period."""
    dates = Report.objects.frozen().on_exactly(period).values_list("data_date", flat=True)
    return dates.first()
