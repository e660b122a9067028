"""Categories and topics in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import number_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.news import actions
from lienhiep.news.forms.merging import MergeCategoryForm, MergeTopicForm
from lienhiep.news.models import Category, Topic


class CountingIndexView(RowIndexView):
    """A list that says how many articles stand under each row."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the articles in the same question."""
        return super().get_base_queryset().annotate(article_count=Count("articles"))


class CategoryViewSet(RowModelViewSet):
    """Categories: list, order, two levels."""

    model = Category
    icon = "folder-open-inverse"
    verbs = [
        RowVerb(
            "merge_category",
            _("Merge into another category"),
            actions.merge_category,
            "category",
            form_class=MergeCategoryForm,
            icon="resubmit",
            explanation=_("Its articles move, and its old addresses lead readers on."),
            serious=True,
        )
    ]
    menu_label = _("News categories")
    index_view_class = CountingIndexView
    list_display = [
        "name",
        Column("parent", label=_("Stands under"), sort_key="parent__position"),
        number_column("position", _("Place in the order")),
        BooleanColumn("in_menu", label=_("Stands in menus")),
        number_column("article_count", _("News articles")),
    ]
    list_export = ["name", "slug", "parent", "position", "in_menu", "description"]
    inspect_view_fields = [
        "name",
        "slug",
        "parent",
        "position",
        "in_menu",
        "is_closed",
        "description",
        "merged_into",
    ]
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("parent"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("in_menu"), FieldPanel("is_closed")]),
        FieldPanel("description"),
        FieldPanel("picture"),
        FieldPanel("slug"),
    ]


class TopicViewSet(RowModelViewSet):
    """Topics."""

    model = Topic
    icon = "tag"
    verbs = [
        RowVerb(
            "merge_topic",
            _("Merge into another topic"),
            actions.merge_topic,
            "topic",
            form_class=MergeTopicForm,
            icon="resubmit",
            explanation=_("Its articles move, and its old addresses lead readers on."),
            serious=True,
        )
    ]
    menu_label = _("News topics")
    index_view_class = CountingIndexView
    list_display: Any = [
        "name",
        BooleanColumn("is_open", label=_("Is going on")),
        number_column("article_count", _("News articles")),
    ]
    list_export = ["name", "slug", "is_open", "summary"]
    inspect_view_fields = ["name", "slug", "is_open", "merged_into", "summary"]
    panels = [
        FieldPanel("name"),
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("is_open"),
        FieldPanel("slug"),
    ]
