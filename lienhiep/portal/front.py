"""What the front page gathers from the rooms."""

from typing import Any

from django.http import HttpRequest

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period, today
from lienhiep.core.principals import principals
from lienhiep.journal.models import Issue

FRONT_FIGURES = ("E01", "E02", "E04a", "E05")
"""The figures that the front page shows of the year before this one."""


def front_context(request: HttpRequest) -> dict[str, Any]:
    """Return the newest issues, and last year's figures with where to open them."""
    held = principals(request.user)
    year = Period.year(today().year - 1)
    figures = [
        found
        for code in FRONT_FIGURES
        if (found := figure_named(code)) is not None and held & found.readers
    ]
    return {
        "newest_issues": Issue.objects.published().order_by("-published_on", "-pk")[:4],
        "front_period": year,
        "front_figures": [evaluate(figure, year) for figure in figures],
    }
