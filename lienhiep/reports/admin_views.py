"""The year in figures, for the office: each opens the room's own list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lienhiep.core.figures import evaluate
from lienhiep.reports.showing import figure_url, percent_change
from lienhiep.reports.views import period_asked, readable_figures


def figures_view(request: HttpRequest) -> HttpResponse:
    """Show the catalogue for a period beside the same period of the year before."""
    period, day = period_asked(request)
    sections: dict[str, list[dict]] = {}
    for figure in readable_figures(request.user):
        now = evaluate(figure, period, day)
        before = evaluate(figure, period.previous(), day)
        sections.setdefault(str(figure.section), []).append(
            {
                "now": now,
                "before": before.value,
                "change": percent_change(now.value, before.value),
                "url": figure_url(figure.code, str(period), back_office=True),
                "before_url": figure_url(figure.code, str(period.previous()), back_office=True),
            }
        )
    context = {
        "period": period,
        "previous": period.previous(),
        "data_date": day,
        "sections": sections,
        "years": range(day.year, day.year - 6, -1),
        "page_title": period.label,
    }
    return render(request, "reports/admin/figures.html", context)
