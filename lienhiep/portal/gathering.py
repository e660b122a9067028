"""What the blocks of the front page gather; the same for whoever looks."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser

from lienhiep.core.figures import Value, evaluate, figure_named, newest_counted_year
from lienhiep.core.models import SearchEntry
from lienhiep.core.period import Period, today
from lienhiep.core.principals import principals
from lienhiep.portal.public_records import newest, standing_under

FRONT_FIGURES = ("E01", "E02", "E04a", "E05")
"""The figures that the front page shows where its editor chose none."""

ISSUES = "journal.issue"
ARTICLES = "journal.article"
REPORTS = "reports.report"
NEWEST_ISSUES = 4
LONGEST_CONTENTS = 8


def journal() -> dict[str, Any]:
    """Return the newest public issues, and what the newest brings."""
    issues = newest(ISSUES, limit=NEWEST_ISSUES)
    return {
        "issues": issues,
        "contents": standing_under(issues[0], kind=ARTICLES, limit=LONGEST_CONTENTS)
        if issues
        else [],
    }


def newest_reports(most: int) -> list[SearchEntry]:
    """Return the reports that were shown last."""
    return newest(REPORTS, limit=most)


def year_in_figures(codes: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return this year to date, or the newest year that counts while this one has nothing yet."""
    codes = codes or FRONT_FIGURES
    year = Period.year(today().year)
    values = _figures(year, codes)
    if not values:
        year = newest_counted_year()
        values = _figures(year, codes)
    return {"period": year, "values": values}


def _figures(year: Period, codes: tuple[str, ...]) -> list[Value]:
    """Return a year as the public sees it; nothing where every figure is nought."""
    held = principals(AnonymousUser())
    found = [figure_named(code) for code in codes]
    values = [evaluate(one, year) for one in found if one is not None and held & one.readers]
    return values if any(value.value for value in values) else []
