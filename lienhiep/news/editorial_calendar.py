"""The editorial calendar (lịch biên tập): what was and will be published, day by day of a month."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import Period, local_day
from lienhiep.news.models import NewsArticle


class What(models.TextChoices):
    """What happens to an article on a day."""

    PUBLISHED = "published", _("Came on the site")
    SCHEDULED = "scheduled", _("Set to come on the site")
    EXPIRES = "expires", _("Leaves the lists")


MOMENTS = {
    What.PUBLISHED: "published_at",
    What.SCHEDULED: "scheduled_for",
    What.EXPIRES: "expires_at",
}
"""Which fact of an article says when."""


@dataclass(frozen=True)
class Entry:
    """One thing on a day."""

    at: datetime
    what: What
    article: NewsArticle


@dataclass
class Cell:
    """One day of the sheet; `inside` the month that is asked for."""

    day: date
    inside: bool
    entries: list[Entry] = field(default_factory=list)


def month_sheet(period: Period) -> list[list[Cell]]:
    """Return the weeks of a month from Monday on, each day with what happens on it, in order.

    What was taken off the site stands on no day.
    """
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for what in What:
        for article in _happening(what, period):
            at = getattr(article, MOMENTS[what])
            by_day[local_day(at)].append(Entry(at, what, article))
    return [
        [
            Cell(
                day,
                day.month == period.start.month,
                sorted(by_day.get(day, []), key=lambda one: (one.at, one.article.pk)),
            )
            for day in week
        ]
        for week in Calendar().monthdatescalendar(period.start.year, period.start.month)
    ]


def _happening(what: What, period: Period) -> models.QuerySet[NewsArticle]:
    start, end = period.datetimes()
    name = MOMENTS[what]
    only: dict[str, Any] = {f"{name}__gte": start, f"{name}__lt": end, "withdrawn_at": None}
    if what == What.EXPIRES:
        only["archived_at"] = None
    rows = NewsArticle.objects.filter(**only).select_related("category")
    return rows.defer("body", "lead").order_by(name, "pk")
