"""Categories in whose lists an article stands beside its main one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from lienhiep.core.history import Recorded
from lienhiep.news.models.category import Category
from lienhiep.news.models.listing import list_articles


class FurtherCategory(Recorded):
    """A category in whose list an article stands beside its main one."""

    article = ParentalKey(
        "news.NewsArticle",
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="further_categories",
    )
    category = models.ForeignKey(
        Category,
        verbose_name=_("news category"),
        limit_choices_to={"merged_into": None},
        on_delete=models.PROTECT,
        related_name="further_articles",
    )

    class Meta:
        verbose_name = _("further category of an article")
        verbose_name_plural = _("further categories of an article")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "category"], name="news_furthercategory_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.category)

    def history_owner(self) -> Recorded:
        """Stand in the history of the article."""
        return self.article

    def after_recorded(self) -> None:
        """List the article there."""
        super().after_recorded()
        list_articles([self.article])

    @classmethod
    def after_all_recorded(cls, rows: Sequence[FurtherCategory]) -> None:
        """Do so once for each article."""
        list_articles({row.article_id: row.article for row in rows}.values())

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take the article out of the list."""
        article = self.article
        result = super().delete(*args, **kwargs)
        list_articles([article])
        return result
