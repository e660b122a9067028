"""Stated numbers, as the figures ask for them."""

from datetime import date

from lienhiep.core.figures import Stated
from lienhiep.core.history import last_change
from lienhiep.core.period import Period
from lienhiep.reports.models import Statement


def stated_number(code: str, period: Period, data_date: date) -> Stated | None:
    """Return the newest number stated for the figure and period by the data date."""
    found = (
        Statement.objects.filter(code=code, period_code=str(period), stated_on__lte=data_date)
        .order_by("-stated_on", "-pk")
        .first()
    )
    if found is None:
        return None
    change = last_change(found)
    return Stated(
        value=found.value,
        reason=found.reason,
        by=change.who if change else "",
        on=found.stated_on,
        source=found.source,
    )
