"""Articles in the back office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowSnippetViewSet, RowVerb
from lienhiep.core.viewsets.columns import day_column, moment_column, state_column
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.core.viewsets.snippet import RowSnippetIndexView
from lienhiep.news import actions
from lienhiep.news.addresses import article_url
from lienhiep.news.filters import NewsArticleFilterSet
from lienhiep.news.forms.verbs import HotForm, ScheduleForm
from lienhiep.news.models import NewsArticle
from lienhiep.news.tables import STATE_KINDS

LIVE_TAG = "status_string"
"""Wagtail's own column "live or draft"; ours says more."""


class NewsArticleIndexView(RowSnippetIndexView):
    """The register of articles, with the derived state to filter and sort by."""

    @cached_property
    def columns(self) -> list[Any]:
        """Leave out what our own column of the state says better."""
        return [column for column in super().columns if column.name != LIVE_TAG]

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state, and leave the long texts where they are."""
        return super().get_base_queryset().with_state().select_related("category").defer("body")


class NewsArticleInspectView(RowInspectView):
    """The page of an article: where it stands, its facts and its draft."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the way to the site."""
        context = super().get_context_data(**kwargs)
        if self.object.is_open_to_readers:
            context["site_url"] = article_url(self.object)
        context["state_kind"] = STATE_KINDS[self.object.state]
        return context


VERBS = [
    RowVerb(
        "publish_article",
        _("Publish the article"),
        actions.publish_article,
        "article",
        icon="upload",
        explanation=_("Readers see the newest draft at once."),
        done=_("The article stands on the site."),
    ),
    RowVerb(
        "schedule_article",
        _("Publish later"),
        actions.schedule_article,
        "article",
        form_class=ScheduleForm,
        icon="calendar-check",
        explanation=_("The newest draft of that moment is published by itself."),
    ),
    RowVerb(
        "unschedule_article",
        _("Do not publish by itself"),
        actions.unschedule_article,
        "article",
        icon="resubmit",
    ),
    RowVerb(
        "mark_hot",
        _("Mark as hot news"),
        actions.mark_hot,
        "article",
        form_class=HotForm,
        icon="pick",
    ),
    RowVerb(
        "unmark_hot",
        _("Take the hot mark off"),
        actions.unmark_hot,
        "article",
        icon="resubmit",
    ),
    RowVerb(
        "feature_article",
        _("Set at the head of the site"),
        actions.feature_article,
        "article",
        icon="thumbtack",
        explanation=_("It takes the place of the article that stands there now."),
        shown=lambda article: article.featured_at is None,
    ),
    RowVerb(
        "unfeature_article",
        _("Take from the head of the site"),
        actions.unfeature_article,
        "article",
        icon="thumbtack-crossed",
    ),
    RowVerb(
        "unpublish_article",
        _("Take off the site"),
        actions.unpublish_article,
        "article",
        form_class=ReasonForm,
        icon="cross",
        explanation=_("It leaves lists, search and figures at once, and can be published again."),
        serious=True,
    ),
]
"""The verbs of an article in the order of its life; the policy says which are offered."""

EDITING = ObjectList(
    [
        FieldPanel("title", required_on_save=True),
        FieldPanel("lead", widget=forms.Textarea(attrs={"rows": 3})),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("category"), FieldPanel("topic")]),
                InlinePanel("further_categories", heading=_("Further categories")),
                FieldPanel("organisation"),
            ],
            heading=_("Where it belongs"),
        ),
        FieldPanel("picture"),
        MultiFieldPanel(
            [
                FieldPanel("byline"),
                FieldPanel("author"),
                FieldPanel("source_kind"),
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_published_at")]),
                FieldPanel("source_url"),
            ],
            heading=_("Author and source"),
        ),
    ],
    base_form_class=OfficeAdminModelForm,
)


class NewsArticleViewSet(RowSnippetViewSet):
    """Articles: list, filter, search, sort, export, drafts, preview, verbs, history."""

    model = NewsArticle
    icon = "comment"
    menu_label = _("News articles")
    index_view_class = NewsArticleIndexView
    inspect_view_class = NewsArticleInspectView
    inspect_template_name = "news/admin/article_inspect.html"
    verbs = VERBS
    filterset_class = NewsArticleFilterSet
    list_display = [
        "__str__",
        Column("category", label=_("Main category"), sort_key="category__position"),
        state_column(STATE_KINDS, sort_key="state_code"),
        moment_column("published_at", _("First published")),
        day_column("hot_until", _("Hot news until")),
        Column("byline", label=_("Article byline")),
    ]
    list_export = [
        "title",
        "category",
        "topic",
        "state_label",
        "published_on",
        "byline",
        "source_kind_label",
        "source_name",
        "hot_until",
        "withdrawn_at",
    ]
    inspect_view_fields = [
        "lead",
        "category",
        "further_names",
        "topic",
        "organisation",
        "byline",
        "author",
        "source_kind",
        "source_name",
        "source_url",
        "source_published_at",
        "published_at",
        "scheduled_for",
        "scheduled_by",
        "hot_since",
        "hot_until",
        "featured_at",
        "withdrawn_at",
        "withdrawal_reason",
    ]
    edit_handler = EDITING
