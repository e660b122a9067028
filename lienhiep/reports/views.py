"""Figures and signed reports on the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.figures import (
    Figure,
    Value,
    all_figures,
    evaluate,
    figure_named,
    newest_counted_year,
)
from lienhiep.core.models import SearchEntry
from lienhiep.core.period import InvalidPeriod, Period, today
from lienhiep.core.principals import principals
from lienhiep.core.text import slugify
from lienhiep.reports.addresses import figure_url, percent_change
from lienhiep.reports.documents.outline import outline_of
from lienhiep.reports.documents.pdf import pdf_of
from lienhiep.reports.documents.word import word_of
from lienhiep.reports.models import Report, template_in_use
from lienhiep.reports.rendering import html_of, notes_of
from lienhiep.reports.showing import ReportFigures

ROWS_ON_A_PAGE = 50
LONGEST_BY_MONTH = 366
"""Days of a period that is still drawn month by month."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Asked:
    """The period and data date of an address, and the period that it is compared with."""

    period: Period
    data_date: date

    @property
    def previous(self) -> Period:
        """The period that it is compared with: the same one a year before."""
        return self.period.previous()

    @classmethod
    def read(cls, period: str, data_date: str) -> Asked:
        """Read what an address says: the last year that counts where none is named, or today.

        Raises InvalidPeriod, with words for people, for what is neither.
        """
        named = Period.parse(period) if period else newest_counted_year()
        asked = cls(named, read_day(data_date) or today())
        try:
            asked.previous  # noqa: B018 (the first year of the calendar has none before it)
        except ValueError as wrong:
            raise InvalidPeriod(_("There is no period before this one.")) from wrong
        return asked


def read_day(text: str) -> date | None:
    """Read a day such as 2023-01-10, None where none is named. Raises InvalidPeriod."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as wrong:
        raise InvalidPeriod(
            _("%(text)s is not a day; write 2023-01-10.") % {"text": text}
        ) from wrong


def asked_in(request: HttpRequest) -> Asked:
    """Return the period and data date in the address; 404 where it names none that there is."""
    try:
        return Asked.read(request.GET.get("period", ""), request.GET.get("data_date", ""))
    except InvalidPeriod as wrong:
        raise Http404(str(wrong)) from wrong


def readable_figures(user: Any) -> list[Figure]:
    """Return the figures whose value this reader may see."""
    held = principals(user)
    return [figure for figure in all_figures() if held & figure.readers]


def catalogue_of(user: Any, asked: Asked, *, back_office: bool = False) -> dict[str, Any]:
    """Return the catalogue by its sections, each figure beside the period that it compares with."""
    sections: dict[str, list[dict[str, Any]]] = {}
    for found in readable_figures(user):
        now = evaluate(found, asked.period, asked.data_date)
        before = evaluate(found, asked.previous, asked.data_date)
        sections.setdefault(str(found.section), []).append(
            {
                "now": now,
                "before": before.value,
                "change": percent_change(now.value, before.value),
                "url": figure_url(found.code, str(asked.period), back_office=back_office),
                "before_url": figure_url(found.code, str(asked.previous), back_office=back_office),
            }
        )
    return {
        "period": asked.period,
        "previous": asked.previous,
        "data_date": asked.data_date,
        "sections": sections,
        "years": range(today().year, today().year - 6, -1),
    }


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The Union in figures: the catalogue for one period, beside the same period before."""
    return render(request, "reports/catalogue.html", catalogue_of(request.user, asked_in(request)))


@require_safe
def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: what it counts, by which date, against last year and plan, and its records."""
    found = figure_named(code)
    if found is None or not principals(request.user) & found.readers:
        raise Http404
    asked = asked_in(request)
    value = evaluate(found, asked.period, asked.data_date)
    before = evaluate(found, asked.previous, asked.data_date)
    page = Paginator(visible_rows(value, request.user), ROWS_ON_A_PAGE).get_page(
        request.GET.get("p")
    )
    context = {
        "value": value,
        "before": before,
        "change": percent_change(value.value, before.value),
        "page_obj": page,
        "rows": list(named_rows(page.object_list)),
        "withheld": value.records - page.paginator.count,
        "months": months_of(found, asked.period, asked.data_date),
    }
    return render(request, "reports/figure.html", context)


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
        "values": [value_in(found, month, day) for month in months],
        "labels": [str(month.start.month) for month in months],
        "caption": f"{found.label} ({found.unit})",
    }


def value_in(found: Figure, month: Period, day: date) -> Any:
    """Return the bare value of a month; None for a month that has not begun by the data date."""
    begun = month.until(day)
    return found.count(begun).value() if begun else None


@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A signed report, for reading and for print."""
    found = readable_report(request, pk)
    figures = ReportFigures(found, request.user)
    sections = list(found.sections.all())
    context = {
        "report": found,
        "chapters": [(section.heading, html_of(section.text, figures)) for section in sections],
        "notes": notes_of([section.text for section in sections], figures),
    }
    return render(request, "reports/report.html", context)


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
