"""The other lists of articles, and how many stand in each: kept ready, never counted anew.

A shelf is a word: all current articles, a topic, a tag, a pen name, a month of publication. The
number of a category is kept here as well; its lines are `ListingLine`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F

from lienhiep.core.period import local_day
from lienhiep.news.querysets import ShelfLineQuerySet

if TYPE_CHECKING:
    from lienhiep.news.models.article import NewsArticle

CURRENT = "current"
"""What the list of all news shows."""


class ShelfLine(models.Model):
    """An article in one of these lists; follows from the article and keeps no history."""

    shelf = models.CharField(max_length=40)
    article = models.ForeignKey(
        "news.NewsArticle", on_delete=models.CASCADE, related_name="shelf_lines"
    )
    published_at = models.DateTimeField()

    objects = ShelfLineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "shelf"], name="news_shelfline_once")
        ]
        indexes = [models.Index(fields=["shelf", "-published_at", "-article"])]

    def __str__(self) -> str:
        return f"{self.shelf}: {self.article_id}"


class ShelfCount(models.Model):
    """How many articles stand in a list."""

    shelf = models.CharField(max_length=40, primary_key=True)
    number = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.shelf}: {self.number}"


def shelf_of(row: models.Model) -> str:
    """Return the word of the list of a category, topic, tag or pen name."""
    return f"{row._meta.model_name}:{row.pk}"


def number_on(shelf: str) -> int:
    """Return how many articles stand in a list."""
    kept = ShelfCount.objects.filter(pk=shelf).values_list("number", flat=True).first()
    return max(kept or 0, 0)


def shelves_of(article: NewsArticle) -> set[str]:
    """Return the lists in which an article stands."""
    if not article.is_open_to_readers or article.published_at is None:
        return set()
    shelves = {f"month:{local_day(article.published_at):%Y-%m}"}
    if not article.is_current:
        return shelves
    shelves.add(CURRENT)
    if article.topic_id is not None:
        shelves.add(f"topic:{article.topic_id}")
    shelves |= {f"tag:{line.tag_id}" for line in article.article_tags.all()}
    shelves |= {f"penname:{line.pen_name_id}" for line in article.bylines.all()}
    return shelves


def shelve(articles: Iterable[NewsArticle], *, at_once: int) -> None:
    """Write the lines of some articles anew where they differ, and bring the numbers in step."""
    rows = list(articles)
    wanted = {
        (article.pk, shelf): article.published_at
        for article in rows
        for shelf in shelves_of(article)
    }
    kept = ShelfLine.objects.filter(article__in=[article.pk for article in rows])
    present = {(one.article_id, one.shelf): one for one in kept}
    gone = {key: line for key, line in present.items() if wanted.get(key) != line.published_at}
    new = [key for key, moment in wanted.items() if key not in present or key in gone]
    if gone:
        ShelfLine.objects.filter(pk__in=[line.pk for line in gone.values()]).delete()
    ShelfLine.objects.bulk_create(
        [
            ShelfLine(article_id=pk, shelf=shelf, published_at=wanted[pk, shelf])
            for pk, shelf in new
        ],
        batch_size=at_once,
    )
    changed = Counter(shelf for _pk, shelf in new)
    changed.subtract(shelf for _pk, shelf in gone)
    bring_in_step(changed)


def bring_in_step(changed: Mapping[str, int]) -> None:
    """Add to the numbers of some lists; in one order, so that no two wait for each other."""
    shelves = sorted(shelf for shelf, number in changed.items() if number)
    if not shelves:
        return
    known = set(ShelfCount.objects.filter(pk__in=shelves).values_list("pk", flat=True))
    ShelfCount.objects.bulk_create(
        [ShelfCount(pk=shelf) for shelf in shelves if shelf not in known], ignore_conflicts=True
    )
    for shelf in shelves:
        ShelfCount.objects.filter(pk=shelf).update(number=F("number") + changed[shelf])
