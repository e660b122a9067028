"""An article of the site: drafted, published, hot for a while, and taken off again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from lienhiep.core.guarding import Guarded, refresh_all_keys
from lienhiep.core.history import Recorded
from lienhiep.core.period import local_day, today
from lienhiep.core.principals import ANYONE
from lienhiep.core.text import clean, clean_lines
from lienhiep.news.blocks import ArticleBlocks
from lienhiep.news.choices import ArticleState, SourceKind
from lienhiep.news.models.category import Category, Topic
from lienhiep.news.models.crediting import Credited
from lienhiep.news.models.listing import list_articles
from lienhiep.news.querysets import NewsArticleQuerySet
from lienhiep.news.validators import validate_source

SET_BY_VERBS = (
    "published_at",
    "withdrawn_at",
    "withdrawal_reason",
    "scheduled_for",
    "scheduled_by",
    "hot_since",
    "hot_until",
    "featured_at",
    "source_removed_at",
    "comments_open",
)
"""Facts of the article as a whole: what is drafted does not touch them."""


class NewsArticle(
    Credited, Guarded, DraftStateMixin, RevisionMixin, PreviewableMixin, ClusterableModel
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
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
    )
    topic = models.ForeignKey(
        Topic,
        verbose_name=_("news topic"),
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
    published_at = models.DateTimeField(
        _("first published on the site at"), null=True, blank=True, editable=False
    )
    withdrawn_at = models.DateTimeField(
        _("taken off the site at"), null=True, blank=True, editable=False
    )
    withdrawal_reason = models.TextField(
        _("why it was taken off the site"), blank=True, editable=False
    )
    scheduled_for = models.DateTimeField(
        _("to be published at"), null=True, blank=True, editable=False
    )
    scheduled_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("publication set by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    hot_since = models.DateField(_("hot news since"), null=True, blank=True, editable=False)
    hot_until = models.DateField(_("hot news until"), null=True, blank=True, editable=False)
    featured_at = models.DateTimeField(
        _("set at the head of the site at"), null=True, blank=True, editable=False
    )

    source_removed_at = models.DateTimeField(
        _("taken off by its source at"), null=True, blank=True, editable=False
    )
    comments_open = models.BooleanField(_("readers may comment"), default=True, editable=False)

    objects = NewsArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(live=False) | Q(published_at__isnull=False),
                name="news_article_live_was_published",
            ),
            models.CheckConstraint(
                condition=Q(live=False) | Q(withdrawn_at=None),
                name="news_article_live_is_not_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawal_reason="")
                | (
                    # Said twice, because a comparison with nothing is neither true nor false.
                    Q(withdrawn_at__isnull=False, published_at__isnull=False)
                    & Q(withdrawn_at__gte=F("published_at"))
                    & ~Q(withdrawal_reason="")
                ),
                name="news_article_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(scheduled_for=None) | Q(live=False),
                name="news_article_scheduled_is_not_live",
            ),
            models.CheckConstraint(
                condition=Q(hot_until=None)
                | Q(hot_since__isnull=False, hot_until__gte=F("hot_since")),
                name="news_article_hot_until_after_since",
            ),
        ]
        indexes = [
            models.Index(fields=["live", "-published_at", "-id"], name="news_article_newest"),
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
    def state(self) -> ArticleState:
        """Where the article stands; agrees with `NewsArticleQuerySet.with_state`."""
        if self.live:
            changed = self.has_unpublished_changes
            return ArticleState.CHANGED if changed else ArticleState.PUBLISHED
        if self.withdrawn_at is not None:
            return ArticleState.WITHDRAWN
        return ArticleState.SCHEDULED if self.scheduled_for else ArticleState.DRAFT

    @property
    @display(description=_("State of the article"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("origin of the article"))
    def source_kind_label(self) -> str:
        """The origin in words, for exports."""
        return str(self.get_source_kind_display())

    @property
    @display(description=_("first published on the site on"))
    def published_on(self) -> date | None:
        """The day in Vietnam by which the article is counted."""
        return local_day(self.published_at) if self.published_at else None

    @property
    @display(description=_("Further categories"))
    def further_names(self) -> str:
        """The further categories, for the article's page in the back office."""
        return ", ".join(str(one) for one in self.further_categories.all())

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the article stands on the site."""
        return self.live

    def is_hot(self, on: date | None = None) -> bool:
        """Return whether the article is hot news on a day."""
        day = on or today()
        is_over = self.hot_until is not None and self.hot_until < day
        return self.live and self.hot_since is not None and self.hot_since <= day and not is_over

    @property
    def is_hot_today(self) -> bool:
        """Whether it is hot news now, for templates."""
        return self.is_hot()

    @property
    def text(self) -> str:
        """The article's text without its parts and marks, for search."""
        return "\n".join(self.body.stream_block.get_searchable_content(self.body))

    def listed_in(self) -> set[int]:
        """Return the ids of the categories in whose lists the article stands."""
        if not self.is_open_to_readers:
            return set()
        categories = [further.category for further in self.further_categories.all()]
        if self.category is not None:
            categories.append(self.category)
        return {pk for category in categories for pk in category.with_parent}

    # What is kept in step with it

    def reader_keys(self) -> set[str]:
        """Let anyone read what is published."""
        return {ANYONE} if self.is_open_to_readers else set()

    def after_recorded(self) -> None:
        """Keep the lists of categories in step as well."""
        super().after_recorded()
        list_articles([self])

    @classmethod
    def after_all_recorded(cls, rows: Sequence[NewsArticle]) -> None:
        """Do so for many, the keys and the lists in a few questions for all."""
        from lienhiep.core.search.feeding import feed  # the search table keeps keys too

        refresh_all_keys(cls, rows)
        for row in rows:
            feed(row)
        list_articles(rows)

    # Drafts

    def with_content_json(self, content: dict[str, Any]) -> NewsArticle:
        """Return a draft as the article that it would be; what verbs have set stays as it is."""
        article = super().with_content_json(content)
        for name in SET_BY_VERBS:
            setattr(article, name, getattr(self, name))
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


class FurtherCategory(Recorded):
    """A category in whose list an article stands beside its main one."""

    article = ParentalKey(
        NewsArticle,
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="further_categories",
    )
    category = models.ForeignKey(
        Category,
        verbose_name=_("news category"),
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
