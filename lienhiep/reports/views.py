"""Figures and signed reports on the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from lienhiep.core.figures import Figure, Value, all_figures, evaluate, figure_named
from lienhiep.core.period import InvalidPeriod, Period, today
from lienhiep.core.principals import principals
from lienhiep.core.search.registry import public_url_of
from lienhiep.core.text import slugify
from lienhiep.reports.documents.outline import outline_of
from lienhiep.reports.documents.pdf import pdf_of
from lienhiep.reports.documents.word import word_of
from lienhiep.reports.models import Report
from lienhiep.reports.rendering import html_of
from lienhiep.reports.showing import ReportFigures, figure_url, percent_change

ROWS_ON_A_PAGE = 50


def period_asked(request: HttpRequest) -> tuple[Period, date]:
    """Return the period and data date in the address: last year where none is named."""
    now = today()
    try:
        period = Period.parse(request.GET.get("period") or str(now.year - 1))
        day = request.GET.get("data_date")
        return period, date.fromisoformat(day) if day else now
    except (InvalidPeriod, ValueError) as wrong:
        raise Http404(str(wrong)) from wrong


def readable_figures(user: Any) -> list[Figure]:
    """Return the figures whose value this reader may see."""
    held = principals(user)
    return [figure for figure in all_figures() if held & figure.readers]


def catalogue(request: HttpRequest) -> HttpResponse:
    """The Union in figures: the catalogue for one period, beside the same period before."""
    period, day = period_asked(request)
    sections: dict[str, list[dict[str, Any]]] = {}
    for figure in readable_figures(request.user):
        now = evaluate(figure, period, day)
        before = evaluate(figure, period.previous(), day)
        sections.setdefault(str(figure.section), []).append(
            {
                "now": now,
                "before": before.value,
                "change": percent_change(now.value, before.value),
                "url": figure_url(figure.code, str(period)),
            }
        )
    context = {
        "period": period,
        "previous": period.previous(),
        "data_date": day,
        "sections": sections,
        "years": range(today().year, today().year - 6, -1),
    }
    return render(request, "reports/catalogue.html", context)


def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: what it counts, by which date, against last year and plan, and its records."""
    found = figure_named(code)
    if found is None or not principals(request.user) & found.readers:
        raise Http404
    period, day = period_asked(request)
    value = evaluate(found, period, day)
    before = evaluate(found, period.previous(), day)
    page = Paginator(visible_rows(value, request.user), ROWS_ON_A_PAGE).get_page(
        request.GET.get("p")
    )
    context = {
        "value": value,
        "before": before,
        "change": percent_change(value.value, before.value),
        "page_obj": page,
        "rows": list(with_addresses(page.object_list)),
        "withheld": value.records - page.paginator.count,
        "months": months_of(found, period, day),
    }
    return render(request, "reports/figure.html", context)


def visible_rows(value: Value, user: Any) -> Any:
    """Return the records behind a figure that this reader may see."""
    if value.counting is None:
        return []
    return value.counting.rows().visible_to(user)


def with_addresses(rows: Any) -> Iterator[tuple[Any, str | None]]:
    """Yield each record with the address of its public page, where it has one."""
    for row in rows:
        yield row, public_url_of(row)


def months_of(found: Figure, period: Period, day: date) -> dict[str, Any] | None:
    """Return the figure month by month, for periods of up to a year."""
    months = list(period.iter_months())
    if not 1 < len(months) <= 12:
        return None
    return {
        "values": [evaluate(found, month, day).value or 0 for month in months],
        "labels": [str(month.start.month) for month in months],
        "caption": f"{found.label} ({found.unit})",
    }


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A signed report, for reading and for print."""
    found = get_object_or_404(Report.objects.visible_to(request.user), pk=pk)
    figures = ReportFigures(found, request.user)
    context = {
        "report": found,
        "chapters": [
            (section.heading, html_of(section.text, figures)) for section in found.sections.all()
        ],
    }
    return render(request, "reports/report.html", context)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as PDF."""
    found = get_object_or_404(Report.objects.visible_to(request.user), pk=pk)
    return _file(found, pdf_of(outline_of(found, request.user)), "application/pdf", "pdf")


def report_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as a Word file."""
    found = get_object_or_404(Report.objects.visible_to(request.user), pk=pk)
    return _file(found, word_of(outline_of(found, request.user)), WORD, "docx")


def _file(found: Report, content: bytes, content_type: str, ending: str) -> HttpResponse:
    name = f"{slugify(found.title)}.{ending}"
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(ending != "pdf", name)
    response["Cache-Control"] = "private, no-store"
    return response
