"""What an aggregated site owes its sources, by decree 147/2024/NĐ-CP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lienhiep.core.models import union_identity
from lienhiep.core.models.identity import SiteKind
from lienhiep.core.period import Period, local_day
from lienhiep.core.reference import value_on
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import NewsArticle
from lienhiep.news.reference_codes import HOURS_TO_REMOVE

LOOKED_AT = timedelta(days=30)


def is_aggregated() -> bool:
    """Return whether this is an aggregated site (trang thông tin điện tử tổng hợp)."""
    union = union_identity()
    return union is not None and union.site_kind == SiteKind.AGGREGATED


def removal_due(article: NewsArticle) -> datetime | None:
    """Return until when an article is to leave the site because its source took it off."""
    at = article.source_removed_at
    if at is None:
        return None
    hours = value_on(HOURS_TO_REMOVE, local_day(at), default=None)
    return at + timedelta(hours=hours) if hours is not None else None


def removed_late() -> Iterator[tuple[NewsArticle, timedelta]]:
    """Yield articles that left the site later than the rule admits, and by how much."""
    gone = NewsArticle.objects.filter(source_removed_at__isnull=False, withdrawn_at__isnull=False)
    for article in gone.order_by("source_removed_at"):
        until, left = removal_due(article), article.withdrawn_at
        if until is not None and left is not None and left > until:
            yield article, left - until


def press_bodies_quoted(on: date) -> list[str]:
    """Return the press bodies quoted in the thirty days up to a day, by name."""
    begin, end = Period.between(on - LOOKED_AT, on).datetimes()
    quoted = NewsArticle.objects.open_to_readers().filter(
        source_kind=SourceKind.QUOTED, published_at__gte=begin, published_at__lt=end
    )
    return sorted(set(quoted.values_list("source_name", flat=True)))
