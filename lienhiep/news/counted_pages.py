"""Articles are counted one by one: by their number, which no change of headline touches."""

from __future__ import annotations

from collections.abc import Collection

from lienhiep.core.counted_pages import PageLink, counted_pages
from lienhiep.news.addresses import article_url
from lienhiep.news.models import NewsArticle


@counted_pages("news.article", code=1, pattern=r"/tin-tuc/[a-z0-9-]+-([0-9]{1,12})/")
def articles(ids: Collection[int]) -> dict[int, PageLink]:
    """Return headline and address of articles that readers may open."""
    found = NewsArticle.objects.open_to_readers().filter(pk__in=ids).only("pk", "title")
    return {article.pk: PageLink(article.title, article_url(article)) for article in found}
