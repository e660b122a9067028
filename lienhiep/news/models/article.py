"""An article of the site: drafted, published, hot for a while, and taken off again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from lienhiep.core.guarding import Guarded, refresh_all_keys
from lienhiep.core.principals import ANYONE, user_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.news.blocks import ArticleBlocks
from lienhiep.news.choices import SourceKind
from lienhiep.news.models.category import Category, Topic
from lienhiep.news.models.crediting import Credited
from lienhiep.news.models.listing import list_articles
from lienhiep.news.models.standing import STANDING_CONSTRAINTS, STANDING_FACTS, Standing
from lienhiep.news.querysets import NewsArticleQuerySet
from lienhiep.news.validators import validate_source

SET_BY_VERBS = (*STANDING_FACTS, "source_removed_at", "comments_open")
"""Facts of the article as a whole: what is drafted does not touch them."""


class NewsArticle(
    Credited, Guarded, Standing, DraftStateMixin, RevisionMixin, PreviewableMixin, ClusterableModel
):
    """An article of the site (tin bài): a record, and no page of a tree.

    What is typed becomes a draft; the verb "publish" brings the newest draft onto the site.
    Its first publication is a fact of its own, by which it is counted; taken off the site
    with a reason it counts no longer. The state is derived.
    """

    title = models.CharField(_("headline"), max_length=255)
    lead = models.TextField(
        _("article lead"),
        blank=True,
        max_length=600,
        help_text=_("Two or three sentences that say what the article brings."),
    )
    body = StreamField(ArticleBlocks(), verbose_name=_("article text"), blank=True)
    category = models.ForeignKey(
        Category,
        verbose_name=_("main category"),
        limit_choices_to={"merged_into": None},
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
    )
    topic = models.ForeignKey(
        Topic,
        verbose_name=_("news topic"),
        limit_choices_to={"merged_into": None},
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
    )
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("main picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("organisation it tells of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="news_articles",
        help_text=_("The article is shown on the public page of this association as well."),
    )
    byline = models.CharField(
        _("article byline"), max_length=200, blank=True, help_text=_("As readers see it.")
    )
    author = models.ForeignKey(
        "directory.Person",
        verbose_name=_("author in the directory"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="news_articles",
    )
    source_kind = models.CharField(
        _("origin of the article"),
        max_length=20,
        choices=SourceKind.choices,
        default=SourceKind.OWN,
    )
    source_name = models.CharField(_("name of the source"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    source_published_at = models.DateTimeField(
        _("published by the source at"), null=True, blank=True
    )

    # Wagtail would begin with what is live.
    live = models.BooleanField(_("stands on the site"), default=False, editable=False)

    source_removed_at = models.DateTimeField(
        _("taken off by its source at"), null=True, blank=True, editable=False
    )
    comments_open = models.BooleanField(_("readers may comment"), default=True, editable=False)

    objects = NewsArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")
        ordering = ["-published_at", "-pk"]
        constraints = STANDING_CONSTRAINTS
        indexes = [
            # Only of what readers open: SQLite knows no way through "live" as a first column.
            models.Index(
                fields=["-published_at", "-id"], condition=Q(live=True), name="news_article_open"
            ),
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(live=True, archived_at=None),
                name="news_article_current",
            ),
            models.Index(fields=["topic", "-published_at"], name="news_article_topic"),
            models.Index(
                fields=["hot_since"],
                condition=Q(hot_since__isnull=False),
                name="news_article_hot",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    # What follows from the facts

    @property
    @display(description=_("origin of the article"))
    def source_kind_label(self) -> str:
        """The origin in words, for exports."""
        return str(self.get_source_kind_display())

    @property
    @display(description=_("Further categories"))
    def further_names(self) -> str:
        """The further categories, for the article's page in the back office."""
        return ", ".join(str(one) for one in self.further_categories.all())

    @property
    def text(self) -> str:
        """The article's text without its parts and marks, for search."""
        return "\n".join(self.body.stream_block.get_searchable_content(self.body))

    def listed_in(self) -> set[int]:
        """Return the ids of the categories in whose lists the article stands; archived, in none."""
        if not self.is_current:
            return set()
        categories = [further.category for further in self.further_categories.all()]
        if self.category is not None:
            categories.append(self.category)
        return {pk for category in categories for pk in category.with_parent}

    # What is kept in step with it

    def reader_keys(self) -> set[str]:
        """Let anyone read what is published, and who wrote it what is not."""
        if self.is_open_to_readers:
            return {ANYONE}
        return {user_key(self.submitted_by_id)} if self.submitted_by_id else set()

    def after_recorded(self) -> None:
        """Keep the lists of categories in step as well."""
        super().after_recorded()
        list_articles([self])

    @classmethod
    def after_all_recorded(cls, rows: Sequence[NewsArticle]) -> None:
        """Do so for many, the keys and the lists in a few questions for all."""
        from lienhiep.core.search.feeding import feed_all  # the search table keeps keys too

        refresh_all_keys(cls, rows)
        feed_all(rows)
        list_articles(rows)

    # Drafts

    def with_content_json(self, content: dict[str, Any]) -> NewsArticle:
        """Return a draft as the article that it would be; what verbs have set stays as it is."""
        article = super().with_content_json(content)
        for name in SET_BY_VERBS:
            setattr(article, name, getattr(self, name))
        if article.category is not None and article.category.merged_into is not None:
            article.category = article.category.merged_into
        if article.topic is not None and article.topic.merged_into is not None:
            article.topic = article.topic.merged_into
        return article

    def serve_preview(self, request: HttpRequest, _mode: str) -> TemplateResponse:
        """Show what is being typed as readers would see it."""
        from lienhiep.news.reading import article_page  # which asks for other articles

        return TemplateResponse(request, "news/article_detail.html", article_page(self))

    def clean(self) -> None:
        """Put texts in composed letters, and ask whose words they are."""
        super().clean()
        self.title = clean(self.title)
        self.lead = clean_lines(self.lead)
        self.byline = clean(self.byline)
        self.source_name = clean(self.source_name)
        validate_source(self.source_kind, self.source_name)
