"""Articles in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from lienhiep.core.rules import policy_of
from lienhiep.core.rules.policy import ADD
from lienhiep.core.viewsets import RowSnippetViewSet
from lienhiep.core.viewsets.columns import day_column, moment_column, state_column
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.core.viewsets.snippet import RowSnippetEditView, RowSnippetIndexView
from lienhiep.news.actions import reopen_review
from lienhiep.news.addresses import article_url
from lienhiep.news.admin_views import may_read
from lienhiep.news.choices import UNDER_WORK
from lienhiep.news.filters import NewsArticleFilterSet
from lienhiep.news.models import NewsArticle
from lienhiep.news.tables import STATE_KINDS
from lienhiep.news.trails import steps_of_article
from lienhiep.news.viewsets.article_form import EDITING
from lienhiep.news.viewsets.article_verbs import VERBS
from lienhiep.news.writing_checks import remarks_on

LIVE_TAG = "status_string"
"""Wagtail's own column "live or draft"; ours says more."""


class NewsArticleIndexView(RowSnippetIndexView):
    """The register of articles, with the derived state to filter and sort by."""

    @cached_property
    def columns(self) -> list[Any]:
        """Leave out what our own column of the state says better."""
        return [column for column in super().columns if column.name != LIVE_TAG]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer Word files to who writes; calendar and who wrote how much to who reads drafts."""
        if not may_read(self.request.user):
            return super().header_more_buttons
        word = Button(
            _("Write from a Word file"), url=reverse("news_from_word"), icon_name="doc-full"
        )
        return [
            *super().header_more_buttons,
            *([word] if policy_of(NewsArticle).may(self.request.user, ADD) else []),
            Button(_("Editorial calendar"), url=reverse("news_calendar"), icon_name="calendar"),
            Button(_("Articles by author"), url=reverse("news_by_author"), icon_name="user"),
        ]

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
        if policy_of(NewsArticle).sees_drafts(self.request.user, self.object):
            context["trail"] = steps_of_article(self.object)
            context["remarks"] = remarks_on(self.object.get_latest_revision_as_object())
            context["shows_remarks"] = self.object.state in UNDER_WORK
        context["state_kind"] = STATE_KINDS[self.object.state]
        return context


class NewsArticleEditView(RowSnippetEditView):
    """The form of a draft: an approval holds for what was read, by whoever may give one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what there is to say of the draft."""
        context = super().get_context_data(**kwargs)
        context["remarks"] = remarks_on(self.object)
        return context

    def draft_saved(self) -> None:
        """Take the approval back where this person could not have given it."""
        article = NewsArticle.objects.get(pk=self.live_object.pk)
        user = self.request.user
        if not policy_of(NewsArticle).may(user, "return_article", article):
            reopen_review(article=article, by=user)


class NewsArticleViewSet(RowSnippetViewSet):
    """Articles: list, filter, search, sort, export, drafts, preview, verbs, history."""

    model = NewsArticle
    icon = "comment"
    menu_label = _("News articles")
    index_view_class = NewsArticleIndexView
    edit_view_class = NewsArticleEditView
    edit_template_name = "news/admin/article_edit.html"
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
        "expires_at",
        "archived_at",
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
        "featured_until",
        "expires_at",
        "archived_at",
        "submitted_by",
        "review",
        "review_by",
        "review_remarks",
        "royalty_coefficient",
        "source_removed_at",
        "withdrawn_at",
        "withdrawal_reason",
        "comments_open",
    ]
    edit_handler = EDITING
