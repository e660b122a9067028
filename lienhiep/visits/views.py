"""What readers see of the counter: the numbers of this moment, and the days, months and years."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lienhiep.core.live_numbers import numbers_for
from lienhiep.core.period import Period, today
from lienhiep.visits.figures import (
    by_day,
    by_device,
    by_month,
    by_year,
    most_read,
    numbers_now,
)
from lienhiep.visits.structured_data import of_statistics

LONGEST_NUMBER = 16
MOST_READ = 10
WEEK, MONTH = 7, 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the numbers of this moment and the newest year."""
    years = by_year()
    return _page(request, years, next(iter(years), None), None)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year month by month."""
    years = by_year()
    if year not in years:
        raise Http404
    return _page(request, years, year, None)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month day by day."""
    years = by_year()
    if year not in years or not 1 <= month <= 12 or not any(by_day(year, month)):
        raise Http404
    return _page(request, years, year, month)


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """Give the numbers of this moment to a script; asking for them is no visit.

    `?trang=` names the page that asks by its number, and adds what moves on it.
    """
    asked = request.GET.get("trang", "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_NUMBER
    return JsonResponse(numbers_for(int(asked) if is_number else 0))


def _page(
    request: HttpRequest, years: dict[int, int], shown: int | None, shown_month: int | None
) -> HttpResponse:
    months = by_month(shown) if shown else []
    known = [number for number, visits in enumerate(months, start=1) if visits]
    newest = shown_month or (known[-1] if known else None)
    context: dict[str, Any] = {
        "numbers": numbers_now(),
        "year": shown,
        "month": newest,
        "months": months,
        "days": by_day(shown, newest) if shown and newest else [],
        "years": [
            {"label": str(one), "value": visits, "url": reverse("visits:year", args=[one])}
            for one, visits in years.items()
        ],
        "tabs": [
            {
                "label": str(one),
                "url": reverse("visits:year", args=[one]),
                "active": one == shown,
            }
            for one in years
        ],
        "month_links": [
            {
                "label": str(one),
                "url": reverse("visits:month", args=[shown, one]),
                "active": one == newest,
            }
            for one in known
        ],
        "most_read": _most_read(),
        "devices": _devices(shown),
        "structured": of_statistics(years),
        "page_description": _("How often the site is read: days, months and years."),
        "breadcrumbs": _breadcrumbs(shown, shown_month),
    }
    return render(request, "visits/statistics.html", context)


def _most_read() -> list[dict[str, Any]]:
    """Return the lists of most read pages that have anything to show."""
    lists = [
        {"id": "week", "label": _("In the last 7 days"), "pages": most_read(MOST_READ, days=WEEK)},
        {
            "id": "month",
            "label": _("In the last 30 days"),
            "pages": most_read(MOST_READ, days=MONTH),
        },
        {"id": "ever", "label": _("Of all time"), "pages": most_read(MOST_READ)},
    ]
    return [one for one in lists if one["pages"]]


def _devices(shown: int | None) -> list[dict[str, Any]]:
    """Return the kinds of device of a year with their shares in percent."""
    counted = by_device(Period.year(shown or today().year))
    whole = sum(counted.values())
    return [
        {"label": device.label, "value": visits, "share": 100 * visits / whole}
        for device, visits in counted.items()
    ]


def _breadcrumbs(year: int | None, month: int | None) -> list[dict[str, str]]:
    """Return the way to the page: the statistics, and the month that was asked for."""
    if year is None or month is None:
        return [{"label": _("Visit statistics"), "url": ""}]
    return [
        {"label": _("Visit statistics"), "url": reverse("visits:index")},
        {"label": str(year), "url": reverse("visits:year", args=[year])},
        {"label": _("Month %(month)s of visits") % {"month": month}, "url": ""},
    ]
