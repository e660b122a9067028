"""The new articles, for those who read by mail."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.digest import DigestLine, Window, digest_part
from lienhiep.news.addresses import article_url
from lienhiep.news.models import NewsArticle


@digest_part("news", label=_("News"), order=10)
def new_articles(window: Window, most: int) -> list[DigestLine]:
    """Return the articles published in the time."""
    rows = NewsArticle.objects.open_to_readers().filter(
        published_at__gt=window.since, published_at__lte=window.until
    )
    return [
        DigestLine(article.title, article_url(article), article.lead)
        for article in rows.newest_first()[:most]
    ]
