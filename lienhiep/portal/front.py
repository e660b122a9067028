"""What the front page gathers from the rooms."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser

from lienhiep.core.figures import Value, evaluate, figure_named, newest_counted_year
from lienhiep.core.models import SearchEntry
from lienhiep.core.period import Period, today
from lienhiep.core.principals import principals
from lienhiep.core.site_blocks import front_blocks
from lienhiep.portal.public_records import newest, standing_under

FRONT_FIGURES = ("E01", "E02", "E04a", "E05")
"""The figures that the front page shows."""

ISSUES = "journal.issue"
ARTICLES = "journal.article"
REPORTS = "reports.report"
NEWEST_ISSUES = 4
NEWEST_REPORTS = 3
LONGEST_CONTENTS = 8


def front_context() -> dict[str, Any]:
    """Return the rooms' own blocks, the newest public issues, reports, and a year in figures.

    Whoever looks, the front page is the same: it can be kept and handed out to all.
    """
    issues = newest(ISSUES, limit=NEWEST_ISSUES)
    year, figures = _year_in_figures()
    return {
        "front_blocks": front_blocks(),
        "newest_issues": issues,
        "newest_contents": _contents(issues[0]) if issues else [],
        "newest_reports": newest(REPORTS, limit=NEWEST_REPORTS),
        "front_period": year,
        "front_figures": figures,
    }


def _contents(issue: SearchEntry) -> list[SearchEntry]:
    return standing_under(issue, kind=ARTICLES, limit=LONGEST_CONTENTS)


def _year_in_figures() -> tuple[Period, list[Value]]:
    """Return this year to date, or the newest year that counts while this one has nothing yet."""
    this_year = Period.year(today().year)
    figures = _figures(this_year)
    if figures:
        return this_year, figures
    counted = newest_counted_year()
    return counted, _figures(counted)


def _figures(year: Period) -> list[Value]:
    """Return a year as the public sees it; nothing where every figure is nought."""
    held = principals(AnonymousUser())
    found = [figure_named(code) for code in FRONT_FIGURES]
    values = [evaluate(one, year) for one in found if one is not None and held & one.readers]
    return values if any(value.value for value in values) else []
