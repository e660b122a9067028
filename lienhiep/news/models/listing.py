"""The lists of categories, kept ready: one indexed question for each page of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models

from lienhiep.news.models.category import Category
from lienhiep.news.models.shelf import bring_in_step, shelve
from lienhiep.news.querysets import ListingLineQuerySet

if TYPE_CHECKING:
    from lienhiep.news.models.article import NewsArticle

AT_ONCE = 400
"""Articles in one question; SQLite takes no more than 999 numbers in each."""


class ListingLine(models.Model):
    """An article in the list of a category: its own, a further one, or the one above either.

    It follows from the article, is written with it, and keeps no history.
    """

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(
        "news.NewsArticle", on_delete=models.CASCADE, related_name="listing_lines"
    )
    published_at = models.DateTimeField()

    objects = ListingLineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "category"], name="news_listingline_once")
        ]
        indexes = [models.Index(fields=["category", "-published_at", "-article"])]

    def __str__(self) -> str:
        return f"{self.category_id}: {self.article_id}"


def list_articles(articles: Iterable[NewsArticle]) -> None:
    """Write the lines of some articles anew where they differ from those kept, and count them."""
    rows = list(articles)
    for start in range(0, len(rows), AT_ONCE):
        batch = rows[start : start + AT_ONCE]
        wanted = {
            (article.pk, category): article.published_at
            for article in batch
            for category in article.listed_in()
        }
        kept = ListingLine.objects.filter(article__in=[article.pk for article in batch])
        present = {(one.article_id, one.category_id): one for one in kept}
        gone = [line.pk for key, line in present.items() if wanted.get(key) != line.published_at]
        if gone:
            ListingLine.objects.filter(pk__in=gone).delete()
        ListingLine.objects.bulk_create(
            [
                ListingLine(article_id=article, category_id=category, published_at=moment)
                for (article, category), moment in wanted.items()
                if (article, category) not in present
                or present[article, category].published_at != moment
            ],
            batch_size=AT_ONCE,
        )
        changed = Counter(category for _article, category in wanted)
        changed.subtract(category for _article, category in present)
        bring_in_step({f"category:{pk}": number for pk, number in changed.items()})
        shelve(batch, at_once=AT_ONCE)


def relist_articles_of(category: Category) -> None:
    """List the articles of a category anew, because it was moved under another one."""
    from lienhiep.news.models.article import NewsArticle  # whose lines these are

    lines = ListingLine.objects.filter(category=category)
    articles = NewsArticle.objects.filter(pk__in=lines.values("article"))
    list_articles(
        articles.select_related("category").prefetch_related(
            "further_categories__category", "article_tags", "bylines"
        )
    )
