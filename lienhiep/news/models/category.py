"""What articles are sorted by: categories in two levels, and topics that run through time."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from lienhiep.core.guarding import Guarded
from lienhiep.core.text import clean, slugify
from lienhiep.news.models.merging import Mergeable
from lienhiep.news.querysets import CategoryQuerySet
from lienhiep.news.validators import validate_address, validate_two_levels


class Category(Mergeable, Guarded):
    """A category of the news (chuyên mục), at the top or right under one that is."""

    name = models.CharField(_("name of the category"), max_length=100)
    slug = models.SlugField(
        _("word in the address"),
        max_length=80,
        unique=True,
        blank=True,
        validators=[validate_address],
        help_text=_("Left empty, it is made of the name."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("stands under"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    position = models.PositiveSmallIntegerField(_("place in the order"), default=0)
    in_menu = models.BooleanField(
        _("stands in menus"),
        default=True,
        help_text=_("At the head of the news, and on the front page."),
    )
    is_closed = models.BooleanField(
        _("closed to readers"),
        default=False,
        help_text=_("It has no page, stands in no menu, and nothing is published in it."),
    )
    description = models.CharField(_("what it is about"), max_length=1000, blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture of the category"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("news category")
        verbose_name_plural = _("news categories")
        ordering = ["position", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="news_category_not_its_own"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where readers find its articles."""
        return reverse("news:category", args=[self.slug])

    @property
    def with_parent(self) -> list[int]:
        """The ids of the category and of the one above it."""
        return [pk for pk in (self.pk, self.parent_id) if pk is not None]

    def clean(self) -> None:
        """Make the word of the address where none was typed; refuse a third level."""
        super().clean()
        self.name = clean(self.name)
        self.slug = self.slug or slugify(self.name)
        if self.slug:
            validate_address(self.slug)
        validate_two_levels(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; articles are listed under the category above as well, so they follow a move."""
        before = type(self)._base_manager.filter(pk=self.pk).values_list("parent", flat=True)
        stood_under = list(before) if self.pk else None
        super().save(*args, **kwargs)
        if stood_under not in (None, [self.parent_id]):
            from lienhiep.news.models.listing import relist_articles_of  # which names categories

            relist_articles_of(self)


class Topic(Mergeable, Guarded):
    """A run of events that is told over weeks or months (dòng sự kiện)."""

    name = models.CharField(_("name of the topic"), max_length=150)
    slug = models.SlugField(
        _("word in the address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Left empty, it is made of the name."),
    )
    summary = models.CharField(_("summary"), max_length=1000, blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture of the topic"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    is_open = models.BooleanField(
        _("is going on"), default=True, help_text=_("Offered to new articles.")
    )

    class Meta:
        verbose_name = _("news topic")
        verbose_name_plural = _("news topics")
        ordering = ["-is_open", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where readers find its articles."""
        return reverse("news:topic", args=[self.slug])

    def clean(self) -> None:
        """Make the word of the address where none was typed."""
        super().clean()
        self.name = clean(self.name)
        self.slug = self.slug or slugify(self.name)
