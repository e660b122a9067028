"""The newest articles, for feed readers and other sites."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lienhiep.core.models import union_identity
from lienhiep.news.addresses import article_url
from lienhiep.news.models import NewsArticle
from lienhiep.news.reading import newest_articles

NEWEST = 30


class NewsFeed(Feed):
    """The newest articles of the site (RSS 2.0)."""

    language = "vi"

    def title(self) -> str:
        """Name the feed after the Union."""
        union = union_identity()
        return _("News of %(union)s") % {"union": union.name if union else ""}

    def link(self) -> str:
        """Lead to the news."""
        return urljoin(f"{settings.SITE_URL}/", "tin-tuc/")

    def description(self) -> str:
        """Say what it brings."""
        return _("The newest articles of the site.")

    def feed_url(self) -> str:
        """Say where the feed itself lies."""
        return urljoin(self.link(), "rss.xml")

    def items(self) -> list[NewsArticle]:
        """Return the newest articles."""
        return newest_articles(NEWEST)

    def item_title(self, item: Any) -> str:
        """Name an article."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """Give its lead."""
        return str(item.lead)

    def item_link(self, item: Any) -> str:
        """Lead to its page."""
        return urljoin(f"{settings.SITE_URL}/", article_url(item))

    def item_pubdate(self, item: Any) -> datetime:
        """Date it by its first publication."""
        return localtime(item.published_at)

    def item_categories(self, item: Any) -> list[str]:
        """Name its category."""
        return [item.category.name] if item.category else []
