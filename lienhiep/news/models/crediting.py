"""Whose words an article is made of: pen names, and the sources from which it was taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.text import clean, clean_lines, slugify
from lienhiep.news.models.listing import list_articles


class PenName(Guarded):
    """A name under which somebody writes (bút danh), with a page of what they wrote.

    Who stands behind it may be said, by the directory or by an account; readers see the
    pen name only.
    """

    name = models.CharField(_("pen name"), max_length=150)
    slug = models.SlugField(
        _("word in the address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("Left empty, it is made of the name."),
    )
    description = models.TextField(_("about the author"), max_length=2000, blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture of the author"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person in the directory"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pen_names",
    )
    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("account of the author"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pen_names",
    )
    is_active = models.BooleanField(
        _("still writes"), default=True, help_text=_("Offered for new articles.")
    )

    class Meta:
        verbose_name = _("pen name")
        verbose_name_plural = _("pen names")
        ordering = ["-is_active", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where readers find what was written under it."""
        return reverse("news:pen_name", args=[self.slug])

    def clean(self) -> None:
        """Make the word of the address where none was typed."""
        super().clean()
        self.name = clean(self.name)
        self.description = clean_lines(self.description)
        self.slug = self.slug or slugify(self.name)


class Byline(Orderable, Recorded):
    """A pen name over an article, in its order."""

    article = ParentalKey(
        "news.NewsArticle",
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="bylines",
    )
    pen_name = models.ForeignKey(
        PenName, verbose_name=_("pen name"), on_delete=models.PROTECT, related_name="bylines"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("pen name of an article")
        verbose_name_plural = _("pen names of an article")
        constraints = [
            models.UniqueConstraint(fields=["article", "pen_name"], name="news_byline_once")
        ]

    def __str__(self) -> str:
        return str(self.pen_name)

    def history_owner(self) -> Recorded:
        """Stand in the history of the article."""
        return self.article

    def after_recorded(self) -> None:
        """List the article there."""
        super().after_recorded()
        list_articles([self.article])

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Byline]) -> None:
        """Do so once for each article."""
        list_articles({row.article_id: row.article for row in rows}.values())

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take the article out of the list."""
        article = self.article
        result = super().delete(*args, **kwargs)
        list_articles([article])
        return result


class Source(Guarded):
    """A newspaper or body from which articles are taken, and what allows it (nguồn tin)."""

    name = models.CharField(_("name of the source"), max_length=200, unique=True)
    link = models.URLField(_("address of the source"), max_length=500, blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("sign of the source"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    licence = models.CharField(_("licence of its texts"), max_length=200, blank=True)
    agreement = models.TextField(_("agreement with the source"), max_length=2000, blank=True)
    is_active = models.BooleanField(
        _("still quoted"), default=True, help_text=_("Offered for new articles.")
    )

    class Meta:
        verbose_name = _("source of news")
        verbose_name_plural = _("sources of news")
        ordering = ["-is_active", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Put the name in composed letters."""
        super().clean()
        self.name = clean(self.name)
        self.agreement = clean_lines(self.agreement)


class Credited(models.Model):
    """What an article says of where it comes from, beside the name of its source as written."""

    source = models.ForeignKey(
        Source,
        verbose_name=_("source in the list"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
    )
    licence = models.CharField(_("licence or note of copyright"), max_length=300, blank=True)
    page_title = models.CharField(_("title for search engines"), max_length=255, blank=True)
    page_description = models.CharField(
        _("description for search engines"), max_length=400, blank=True
    )

    class Meta:
        abstract = True
