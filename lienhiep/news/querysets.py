"""Words to chain when asking for records of the news."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When, Window
from django.db.models.functions import RowNumber

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period
from lienhiep.news.choices import ArticleState, CommentState, ReviewState


class CategoryQuerySet(GuardedQuerySet):
    """Categories."""

    def at_top(self) -> Self:
        """Return the categories of the first level."""
        return self.filter(parent=None)

    def in_menus(self) -> Self:
        """Return those that stand in menus and on the front page."""
        return self.filter(in_menu=True, is_closed=False, merged_into=None)


class NewsArticleQuerySet(GuardedQuerySet):
    """Articles."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(live=True, archived_at__isnull=False, then=Value(ArticleState.ARCHIVED)),
                When(live=True, has_unpublished_changes=True, then=Value(ArticleState.CHANGED)),
                When(live=True, then=Value(ArticleState.PUBLISHED)),
                When(withdrawn_at__isnull=False, then=Value(ArticleState.WITHDRAWN)),
                When(scheduled_for__isnull=False, then=Value(ArticleState.SCHEDULED)),
                When(~Q(review=""), then=F("review")),
                default=Value(ArticleState.DRAFT),
                output_field=models.CharField(max_length=20),
            )
        )

    def open_to_readers(self) -> Self:
        """Return the articles that readers may open, in lists or archived."""
        return self.filter(live=True)

    def current(self) -> Self:
        """Return the articles that lists, feeds and the front page show."""
        return self.filter(live=True, archived_at=None)

    def expired(self, moment: datetime) -> Self:
        """Return what lists still show though its time in them is over."""
        return self.current().filter(expires_at__lte=moment)

    def newest_first(self) -> Self:
        """Return the articles in the order of their first publication, the newest first."""
        return self.order_by("-published_at", "-pk")

    def published_in(self, period: Period) -> Self:
        """Return the articles first published in the period, without those taken off the site."""
        begin, end = period.datetimes()
        return self.filter(withdrawn_at=None, published_at__gte=begin, published_at__lt=end)

    def hot_on(self, day: date) -> Self:
        """Return the hot news of a day that stand on the site."""
        until = Q(hot_until=None) | Q(hot_until__gte=day)
        return self.current().filter(until, hot_since__lte=day)

    def featured_on(self, day: date) -> Self:
        """Return what may stand at the head of the site on a day, the one set there last first."""
        until = Q(featured_until=None) | Q(featured_until__gte=day)
        return self.current().filter(until, featured_at__isnull=False).order_by("-featured_at")

    def hot_beyond_end(self, day: date) -> Self:
        """Return what is still marked as hot though its last hot day is over."""
        return self.filter(hot_since__isnull=False, hot_until__lt=day)

    def never_published(self) -> Self:
        """Return the articles that were never on the site and wait for no moment."""
        return self.filter(published_at=None, scheduled_for=None)

    def being_written(self) -> Self:
        """Return the articles whose newest draft is not with the editors."""
        return self.filter(review__in=[ReviewState.NONE, ReviewState.RETURNED])


class ListingLineQuerySet(models.QuerySet):
    """Lines of the lists of categories."""

    def of_category(self, category: models.Model) -> Self:
        """Return the lines of a category, the newest first."""
        return self.filter(category=category).order_by("-published_at", "-article_id")

    def newest_of_each(self, categories: Collection[models.Model], most: int) -> Self:
        """Return the newest lines of each of some categories, in one question."""
        place = Window(
            RowNumber(),
            partition_by=F("category"),
            order_by=[F("published_at").desc(), F("article_id").desc()],
        )
        return self.filter(category__in=categories).annotate(place=place).filter(place__lte=most)


class ShelfLineQuerySet(models.QuerySet):
    """Lines of the other lists."""

    def on_shelf(self, shelf: str) -> Self:
        """Return the lines of a list, the newest first."""
        return self.filter(shelf=shelf).order_by("-published_at", "-article_id")


class CommentQuerySet(GuardedQuerySet):
    """Comments."""

    def shown(self) -> Self:
        """Return the comments that an editor has let show, on articles on the site."""
        return self.filter(state=CommentState.SHOWN, article__live=True)

    def waiting(self) -> Self:
        """Return the comments that wait for an editor, the oldest first."""
        return self.filter(state=CommentState.WAITING).order_by("written_at", "pk")

    def reported(self) -> Self:
        """Return the comments that readers have reported and no editor has looked at since."""
        return self.filter(reports__settled_at=None, reports__isnull=False).distinct()
