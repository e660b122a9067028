"""Words that readers follow through all categories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.text import clean, slugify
from lienhiep.news.models.listing import list_articles
from lienhiep.news.validators import validate_tag_name


class Tag(Guarded):
    """A word under which articles of any category are found together (thẻ)."""

    name = models.CharField(
        _("name of the tag"), max_length=100, unique=True, validators=[validate_tag_name]
    )
    slug = models.SlugField(
        _("word in the address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("Left empty, it is made of the name."),
    )
    description = models.CharField(_("what it is about"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("news tag")
        verbose_name_plural = _("news tags")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where readers find its articles."""
        return reverse("news:tag", args=[self.slug])

    def clean(self) -> None:
        """Make the word of the address where none was typed."""
        super().clean()
        self.name = clean(self.name)
        self.slug = self.slug or slugify(self.name)


class ArticleTag(Orderable, Recorded):
    """A tag of an article, in the order in which it was typed."""

    article = ParentalKey(
        "news.NewsArticle",
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="article_tags",
    )
    tag = models.ForeignKey(
        Tag, verbose_name=_("news tag"), on_delete=models.PROTECT, related_name="article_tags"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of an article")
        constraints = [
            models.UniqueConstraint(fields=["article", "tag"], name="news_articletag_once")
        ]

    def __str__(self) -> str:
        return str(self.tag)

    def history_owner(self) -> Recorded:
        """Stand in the history of the article."""
        return self.article

    def after_recorded(self) -> None:
        """List the article there."""
        super().after_recorded()
        list_articles([self.article])

    @classmethod
    def after_all_recorded(cls, rows: Sequence[ArticleTag]) -> None:
        """Do so once for each article."""
        list_articles({row.article_id: row.article for row in rows}.values())

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take the article out of the list."""
        article = self.article
        result = super().delete(*args, **kwargs)
        list_articles([article])
        return result
