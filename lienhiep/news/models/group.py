"""Articles that an editor has put together, in the order in which they are shown."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.text import clean, slugify


class ArticleGroup(Guarded, ClusterableModel):
    """Articles picked by hand, in an order (nhóm tin), for the front page or a page of its own."""

    name = models.CharField(_("name of the group of articles"), max_length=150)
    slug = models.SlugField(
        _("word in the address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("Left empty, it is made of the name."),
    )
    description = models.CharField(_("what it is about"), max_length=500, blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture of the group"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    on_front = models.BooleanField(_("stands on the front page"), default=False)
    position = models.PositiveSmallIntegerField(_("place in the order"), default=0)

    class Meta:
        verbose_name = _("group of articles")
        verbose_name_plural = _("groups of articles")
        ordering = ["position", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where readers find its articles."""
        return reverse("news:group", args=[self.slug])

    def clean(self) -> None:
        """Make the word of the address where none was typed."""
        super().clean()
        self.name = clean(self.name)
        self.slug = self.slug or slugify(self.name)


class GroupPlace(Orderable, Recorded):
    """An article's place in a group."""

    group = ParentalKey(
        ArticleGroup,
        verbose_name=_("group of articles"),
        on_delete=models.CASCADE,
        related_name="places",
    )
    article = models.ForeignKey(
        "news.NewsArticle",
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="group_places",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("article of a group")
        verbose_name_plural = _("articles of a group")
        constraints = [
            models.UniqueConstraint(fields=["group", "article"], name="news_groupplace_once")
        ]

    def __str__(self) -> str:
        return str(self.article)

    def history_owner(self) -> Recorded:
        """Stand in the history of the group."""
        return self.group
