"""What the front page gathers from the rooms."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser

from lienhiep.core.figures import Value, evaluate, figure_named, newest_counted_year
from lienhiep.core.period import Period
from lienhiep.core.principals import principals
from lienhiep.portal.public_records import newest

FRONT_FIGURES = ("E01", "E02", "E04a", "E05")
"""The figures that the front page shows of the last year with something to show."""

ISSUES = "journal.issue"
NEWEST_ISSUES = 4


def front_context() -> dict[str, Any]:
    """Return the newest public issues, and last year's figures as the public sees them.

    Whoever looks, the front page is the same: it can be kept and handed out to all.
    """
    year = newest_counted_year()
    return {
        "newest_issues": newest(ISSUES, limit=NEWEST_ISSUES),
        "front_period": year,
        "front_figures": _figures(year),
    }


def _figures(year: Period) -> list[Value]:
    held = principals(AnonymousUser())
    found = [figure_named(code) for code in FRONT_FIGURES]
    values = [evaluate(one, year) for one in found if one is not None and held & one.readers]
    return values if any(value.value for value in values) else []
