"""Stated numbers, as the figures ask for them."""

from collections.abc import Collection
from datetime import date

from lienhiep.core.figures import Stated
from lienhiep.core.history import last_change
from lienhiep.core.period import Period
from lienhiep.reports.models import Statement


def stated_numbers(codes: Collection[str], period: Period, data_date: date) -> dict[str, Stated]:
    """Return the newest number stated for each figure and the period by the data date."""
    rows = Statement.objects.filter(
        code__in=codes, period_code=str(period), stated_on__lte=data_date
    ).order_by("stated_on", "pk")
    newest = {row.code: row for row in rows}
    return {code: _stated(row) for code, row in newest.items()}


def _stated(row: Statement) -> Stated:
    change = last_change(row)
    return Stated(
        value=row.value,
        reason=row.reason,
        by=change.who if change else "",
        on=row.stated_on,
        source=row.source,
    )
