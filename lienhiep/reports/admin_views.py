"""The year in figures, for the office: each opens the room's own list."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lienhiep.core.period import InvalidPeriod
from lienhiep.reports.documents.word import DEFAULT_TEMPLATE
from lienhiep.reports.views import Asked, catalogue_of


def figures_view(request: HttpRequest) -> HttpResponse:
    """Show the catalogue for a period beside the same period of the year before."""
    typed = request.GET.get("period", "").strip()
    mistake = ""
    try:
        asked = Asked.read(typed, request.GET.get("data_date", ""))
    except InvalidPeriod as wrong:
        asked, mistake = Asked.read("", ""), str(wrong)
    context = catalogue_of(request.user, asked, back_office=True)
    context |= {
        "typed": typed or str(asked.period),
        "mistake": mistake,
        "page_title": _("The year in figures"),
    }
    return render(request, "reports/admin/figures.html", context)


def default_template(request: HttpRequest) -> FileResponse:
    """Hand out the program's own Word template, to begin one's own with."""
    return FileResponse(
        DEFAULT_TEMPLATE.open("rb"), as_attachment=True, filename="mau-bao-cao.docx"
    )
