"""The periods that an office reports on, offered where one is typed or chosen."""

from __future__ import annotations

from typing import Any

from django import template

from lienhiep.core.period import Period, today

register = template.Library()

YEARS_BACK = 4


@register.inclusion_tag("reports/admin/includes/usual_periods.html")
def usual_periods() -> dict[str, list[Period]]:
    """List the years, halves, nine months, quarters and months of this year and the last ones."""
    return {"periods": _usual()}


@register.inclusion_tag("reports/includes/period_options.html")
def period_options(chosen: Period) -> dict[str, Any]:
    """Offer the usual periods in a choice, with the one that is shown first where it is no such."""
    periods = _usual()
    return {"periods": periods if chosen in periods else [chosen, *periods], "chosen": chosen}


@register.simple_tag
def today_iso() -> str:
    """Return today as an address names it."""
    return today().isoformat()


def _usual() -> list[Period]:
    this_year = today().year
    found: list[Period] = []
    for year in range(this_year, this_year - YEARS_BACK - 1, -1):
        found += [Period.year(year), Period.half(year, 1), Period.nine_months(year)]
        found += [Period.quarter(year, number) for number in (1, 2, 3, 4)]
    found += [Period.month(this_year, number) for number in range(1, 13)]
    return found
