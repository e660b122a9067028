"""What the office reads of the work of the news: who wrote what between two days."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, ZONE, Period, today
from lienhiep.core.principals import principals
from lienhiep.core.templatetags.office_formats import in_a_sentence
from lienhiep.core.text import format_date
from lienhiep.news.editorial_calendar import month_sheet
from lienhiep.news.exports import authors_workbook, tax_on, totals_of, written_in
from lienhiep.news.forms.dates import DatesForm
from lienhiep.news.rules import PUBLISHERS, READERS

MOST_DAYS = 366
"""The texts of the time asked for are read and counted; a year is what a report needs."""

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def by_author(request: HttpRequest) -> HttpResponse:
    """List articles and royalties of each author between two days, or hand out a workbook.

    Without days it is the present month. Only the office reads it: what is paid is nobody else's.
    """
    if not may_read(request.user):
        raise Http404
    form = DatesForm(request.GET)
    first, last, refusal = _days(form)
    rows = [] if refusal else written_in(Period.between(first, last))
    title = _("Articles by author, %(first)s to %(last)s") % {
        "first": format_date(first),
        "last": format_date(last),
    }
    if request.GET.get("export") == "xlsx" and not refusal:
        answer = HttpResponse(authors_workbook(rows, title), content_type=EXCEL)
        name = f"tin-bai-theo-tac-gia-{first:%Y%m%d}-{last:%Y%m%d}.xlsx"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    context = {
        "form": form,
        "title": title,
        "refusal": refusal,
        "first": first,
        "last": last,
        "rows": rows,
        "totals": totals_of(rows),
        "may_pay": bool(principals(request.user) & PUBLISHERS),
        "tax": tax_on(last),
    }
    return render(request, "news/admin/by_author.html", context)


@require_safe
def editorial_calendar(request: HttpRequest) -> HttpResponse:
    """Show a month of the site day by day: what came, what is set to come, what leaves the lists.

    `?thang=2026-11`; without it, or where it is no month, the present one.
    """
    if not may_read(request.user):
        raise Http404
    year, month = _month(request.GET.get("thang", ""))
    period = Period.month(year, month)
    weeks = month_sheet(period)
    context = {
        "title": _("Editorial calendar: %(month)s") % {"month": in_a_sentence(period.label)},
        "weeks": weeks,
        "today": today(),
        "is_empty": not any(cell.entries for week in weeks for cell in week if cell.inside),
        "before": _month_before(year, month),
        "after": _month_after(year, month),
    }
    return render(request, "news/admin/editorial_calendar.html", context)


def _month(asked: str) -> tuple[int, int]:
    try:
        found = datetime.strptime(asked, "%Y-%m").replace(tzinfo=ZONE)
    except ValueError:
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return today().year, today().month
    return found.year, found.month


def _month_before(year: int, month: int) -> str:
    if (year, month) == (FIRST_YEAR, 1):
        return ""
    return f"{year - (month == 1)}-{(month - 2) % 12 + 1:02}"


def _month_after(year: int, month: int) -> str:
    if (year, month) == (LAST_YEAR, 12):
        return ""
    return f"{year + (month == 12)}-{month % 12 + 1:02}"


def may_read(user: Any) -> bool:
    """Return whether somebody reads drafts, and who wrote how much."""
    return bool(principals(user) & READERS)


def _days(form: DatesForm) -> tuple[Any, Any, str]:
    """Return the first and last day asked for, and why they cannot be answered."""
    month = Period.month(today().year, today().month)
    asked = form.cleaned_data if form.is_valid() else {}
    first = asked.get("tu") or (
        month.start if not asked.get("den") else asked["den"].replace(day=1)
    )
    last = asked.get("den") or max(today(), first)
    if (last - first).days >= MOST_DAYS:
        return first, last, _("Ask for at most a year at once.")
    return first, last, ""
