"""The periods that an office reports on, offered where one is typed."""

from __future__ import annotations

from django import template

from lienhiep.core.period import Period, today

register = template.Library()

YEARS_BACK = 4


@register.inclusion_tag("reports/admin/includes/usual_periods.html")
def usual_periods() -> dict[str, list[Period]]:
    """List the years, halves, nine months, quarters and months of this year and the last ones."""
    this_year = today().year
    found: list[Period] = []
    for year in range(this_year, this_year - YEARS_BACK - 1, -1):
        found += [Period.year(year), Period.half(year, 1), Period.nine_months(year)]
        found += [Period.quarter(year, number) for number in (1, 2, 3, 4)]
    found += [Period.month(this_year, number) for number in range(1, 13)]
    return {"periods": found}
