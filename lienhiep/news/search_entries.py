"""What the news say of their records to somebody who searches."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import local_day
from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.news.addresses import article_url
from lienhiep.news.models import NewsArticle


@search_entry(NewsArticle, label=_("News article"))
def article_entry(article: NewsArticle) -> Searchable:
    """Find an article by headline, lead, byline, source and text."""
    moment = article.published_at or article.scheduled_for
    return Searchable(
        title=article.title,
        body="\n".join(
            filter(None, [article.lead, article.byline, article.source_name, article.text])
        ),
        date=local_day(moment) if moment else None,
        url=admin_row_url(article) or "",
        public_url=article_url(article) if article.is_open_to_readers else None,
    )
