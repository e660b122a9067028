"""Figures and signed reports on the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.figures import Figure, Value, evaluate, figure_named, value_of
from lienhiep.core.models import SearchEntry
from lienhiep.core.period import InvalidPeriod, Period
from lienhiep.core.principals import principals
from lienhiep.core.text import slugify
from lienhiep.reports.addresses import figure_url
from lienhiep.reports.asking import Asked
from lienhiep.reports.catalogue import (
    Item,
    catalogue_of,
    chapters_of,
    readable_figures,
    years_of,
)
from lienhiep.reports.documents.outline import outline_of
from lienhiep.reports.documents.pdf import pdf_of
from lienhiep.reports.documents.word import word_of
from lienhiep.reports.exports import figures_workbook
from lienhiep.reports.models import Report, WorkPlan, template_in_use
from lienhiep.reports.rendering import html_of, notes_of
from lienhiep.reports.rules import PLAN_READERS
from lienhiep.reports.showing import ReportFigures
from lienhiep.reports.structured_data import of_catalogue, of_figure, of_report
from lienhiep.reports.targets import targets_for
from lienhiep.reports.task_lines import cells_of, headings, line_of, tasks_of_year

ROWS_ON_A_PAGE = 50
MOST_REPORTS = 8
LONGEST_BY_MONTH = 366
"""Days of a period that is still drawn month by month."""

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def asked_in(request: HttpRequest) -> Asked:
    """Return the period and data date in the address; 404 where it names none that there is."""
    try:
        return Asked.read(request.GET.get("period", ""), request.GET.get("data_date", ""))
    except InvalidPeriod as wrong:
        raise Http404(str(wrong)) from wrong


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The Union in figures: the catalogue for one period, beside the same period before."""
    context = catalogue_of(request.user, asked_in(request))
    period = context["period"]
    context |= {
        "contents": [
            {"label": f"{one.letter}. {one.heading}", "url": f"#year-{one.letter}"}
            for one in context["sections"]
        ],
        "reports": Report.objects.shown_to_all()[:MOST_REPORTS],
        "structured": of_catalogue(period, context["sections"]),
        "page_description": _("Figures on the work of the Union, each counted from its records."),
        "page_address": f"{request.path}?period={period}",
        "breadcrumbs": [{"label": _("In figures"), "url": ""}],
    }
    return render(request, "reports/catalogue.html", context)


@require_safe
def catalogue_export(request: HttpRequest) -> HttpResponse:
    """The catalogue for one period as a spreadsheet."""
    return spreadsheet_of(request, asked_in(request))


def spreadsheet_of(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Return the figures that this reader may see as a spreadsheet."""
    content = figures_workbook(chapters_of(request.user, asked), asked)
    name = f"so-lieu-{slugify(str(asked.period))}.xlsx"
    response = HttpResponse(content, content_type=SPREADSHEET)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: what it counts, by which date, against last year and plan, and its records."""
    found = figure_named(code)
    if found is None or not principals(request.user) & found.readers:
        raise Http404
    asked = asked_in(request)
    value = evaluate(found, asked.period, asked.data_date)
    before = value_of(found, asked.previous, asked.previous_day)
    page = Paginator(visible_rows(value, request.user), ROWS_ON_A_PAGE).get_page(
        request.GET.get("p")
    )
    catalogue_url = f"{reverse('reports:catalogue')}?period={asked.period}"
    context = {
        "structured": of_figure(value),
        "page_description": f"{found.label}, {value.period.label}",
        "page_address": f"{request.path}?period={asked.period}",
        "catalogue_url": catalogue_url,
        "neighbours": _figures_beside(request, found, asked),
        "breadcrumbs": [
            {"label": _("In figures"), "url": catalogue_url},
            {"label": f"{found.code} {found.label}", "url": ""},
        ],
        "asked": asked,
        "value": value,
        "item": Item(value, before, "", ""),
        "page_obj": page,
        "rows": list(named_rows(page.object_list)),
        "withheld": value.records - page.paginator.count,
        "months": months_of(found, asked.period, asked.data_date),
        "over_years": years_of(found, asked),
    }
    return render(request, "reports/figure.html", context)


def _figures_beside(request: HttpRequest, figure: Figure, asked: Asked) -> dict[str, Any]:
    """Return the figures before and after one in the catalogue, for the same period."""
    readable = readable_figures(request.user)
    place = [one.code for one in readable].index(figure.code)
    found: dict[str, Any] = {}
    for name, at in (("before", place - 1), ("after", place + 1)):
        if 0 <= at < len(readable):
            one = readable[at]
            address = figure_url(one.code, str(asked.period), asked.named_day)
            found[name] = {"title": f"{one.code} {one.label}", "url": address}
    return found


def visible_rows(value: Value, user: Any) -> Any:
    """Return the records behind a figure that this reader may see, in a fixed order."""
    if value.counting is None:
        return []
    rows = value.counting.rows().visible_to(user)
    return rows if rows.ordered else rows.order_by("-pk")


def named_rows(rows: Any) -> Iterator[tuple[str, str]]:
    """Yield each record's name with the address of its public page, where it has one.

    What the search table says of a record is asked once for all of them.
    """
    rows = list(rows)
    kind = ContentType.objects.get_for_model(type(rows[0])) if rows else None
    entries = {
        entry.object_id: entry
        for entry in SearchEntry.objects.filter(
            content_type=kind, object_id__in=[row.pk for row in rows]
        ).only("object_id", "title", "public_url")
    }
    for row in rows:
        entry = entries.get(row.pk)
        yield (entry.title, entry.public_url) if entry else (str(row), "")


def months_of(found: Figure, period: Period, day: date) -> dict[str, Any] | None:
    """Return the figure month by month, for periods of more than a month and up to a year."""
    if period.days > LONGEST_BY_MONTH:
        return None
    months = list(period.iter_months())
    if len(months) == 1:
        return None
    return {
        "values": [month_value(found, month, day) for month in months],
        "labels": [str(month.start.month) for month in months],
        "caption": f"{found.label} ({found.unit})",
    }


def month_value(found: Figure, month: Period, day: date) -> Any:
    """Return the bare value of a month; None for a month that has not begun by the data date."""
    begun = month.until(day)
    return found.count(begun).value() if begun else None


@require_safe
def plan(request: HttpRequest, year: int) -> HttpResponse:
    """A plan of work for reading and print: its targets and its assignment table.

    The office reads the whole plan; whoever leads a task from outside, their own lines.
    """
    tasks = list(tasks_of_year(year).visible_to(request.user).filter(dropped_on=None))
    found = WorkPlan.objects.filter(year=year).first()
    is_office = bool(principals(request.user) & PLAN_READERS)
    if found is None or not (is_office or tasks):
        raise Http404
    lines = [line_of(task) if is_office else line_of(task) | {"cost": ""} for task in tasks]
    context = {
        "plan": found,
        "is_whole": is_office,
        "targets": targets_for(found, request.user) if is_office else [],
        "heads": headings(),
        "rows": [(task, cells_of(line)) for task, line in zip(tasks, lines, strict=True)],
    }
    return render(request, "reports/plan.html", context)


@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A signed report, for reading and for print."""
    found = readable_report(request, pk)
    figures = ReportFigures(found, request.user)
    sections = list(found.sections.all())
    context = {
        "report": found,
        "contents": [
            {"label": section.heading, "url": f"#chuong-{number}"}
            for number, section in enumerate(sections, start=1)
        ],
        "stamped": _stamped(found),
        "catalogue_url": f"{reverse('reports:catalogue')}?period={found.period_code}",
        "structured": of_report(found) if found.shown_to_all else None,
        "noindex": not found.shown_to_all,
        "page_description": f"{found.title}. {found.period_label}",
        "breadcrumbs": [
            {"label": _("In figures"), "url": reverse("reports:catalogue")},
            {"label": found.title, "url": ""},
        ],
        "chapters": [(section.heading, html_of(section.text, figures)) for section in sections],
        "notes": notes_of([section.text for section in sections], figures),
    }
    return render(request, "reports/report.html", context)


def _stamped(report: Report) -> list[str]:
    """Return what stands beside the seal of a signed report."""
    if not report.is_frozen:
        return []
    when = localtime(report.frozen_at).strftime("%H:%M %d/%m/%Y")
    return [_("Figures as they stood at %(moment)s") % {"moment": when}]


@require_safe
def report_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as PDF."""
    found = readable_report(request, pk)
    return _file(found, pdf_of(outline_of(found, request.user)), "application/pdf", "pdf")


@require_safe
def report_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as a Word file, filled into the template in use."""
    found = readable_report(request, pk)
    filled = word_of(outline_of(found, request.user), template_in_use())
    return _file(found, filled, WORD, "docx")


def readable_report(request: HttpRequest, pk: int) -> Report:
    """Return a report that the reader may see; any other does not exist for them."""
    return get_object_or_404(Report.objects.visible_to(request.user), pk=pk)


def _file(found: Report, content: bytes, content_type: str, ending: str) -> HttpResponse:
    name = f"{slugify(found.title)}.{ending}"
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(ending != "pdf", name)
    response["Cache-Control"] = "private, no-store"
    return response
