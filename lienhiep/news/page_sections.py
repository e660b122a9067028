"""What the news add to the public page of an association."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.core.page_sections import PageLink, PageSection, adds_to_page
from lienhiep.news.addresses import article_url
from lienhiep.news.models import NewsArticle

NEWEST = 5


@adds_to_page("directory.organisation")
def news_of(organisation: Any) -> Iterator[PageSection]:
    """Yield the newest articles that tell of an organisation."""
    told = NewsArticle.objects.current().filter(organisation=organisation)
    yield PageSection(
        heading=_("In the news"),
        links=[
            PageLink(label=article.title, url=article_url(article), on=article.published_on)
            for article in told.newest_first().defer("body")[:NEWEST]
        ],
        order=20,
    )
