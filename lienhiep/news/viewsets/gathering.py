"""Tags, pen names, sources and groups of articles in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import number_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.news import actions
from lienhiep.news.forms.merging import MergeTagForm
from lienhiep.news.models import ArticleGroup, PenName, Source, Tag


class TagIndexView(RowIndexView):
    """Tags with the number of articles under each."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the articles in the same question."""
        return super().get_base_queryset().annotate(article_count=Count("article_tags"))


class PenNameIndexView(RowIndexView):
    """Pen names with the number of articles under each."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the articles in the same question."""
        return super().get_base_queryset().annotate(article_count=Count("bylines"))


class SourceIndexView(RowIndexView):
    """Sources with the number of articles taken from each."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the articles in the same question."""
        return super().get_base_queryset().annotate(article_count=Count("articles"))


class GroupIndexView(RowIndexView):
    """Groups with the number of articles in each."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the articles in the same question."""
        return super().get_base_queryset().annotate(article_count=Count("places"))


class TagViewSet(RowModelViewSet):
    """Tags."""

    model = Tag
    icon = "tag"
    menu_label = _("Tags of news")
    index_view_class = TagIndexView
    verbs = [
        RowVerb(
            "merge_tag",
            _("Take over another tag"),
            actions.merge_tag,
            "tag",
            form_class=MergeTagForm,
            icon="resubmit",
            explanation=_("For one thing under two names: the articles of the other get this tag."),
            done=_("The tags are one."),
            serious=True,
        )
    ]
    list_display: Any = ["name", number_column("article_count", _("News articles"))]
    list_export = ["name", "slug", "description"]
    inspect_view_fields = ["name", "slug", "description"]
    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("slug")]


class PenNameViewSet(RowModelViewSet):
    """Pen names."""

    model = PenName
    icon = "user"
    menu_label = _("Pen names of authors")
    index_view_class = PenNameIndexView
    list_display: Any = [
        "name",
        Column("person", label=_("Person in the directory"), sort_key="person__sort_key"),
        BooleanColumn("is_active", label=_("Still writes")),
        number_column("article_count", _("News articles")),
    ]
    list_export = ["name", "slug", "description", "is_active"]
    inspect_view_fields = ["name", "slug", "description", "picture", "person", "user", "is_active"]
    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("picture"),
        FieldPanel("person"),
        FieldPanel("is_active"),
        FieldPanel("slug"),
    ]


class SourceViewSet(RowModelViewSet):
    """Sources of news."""

    model = Source
    icon = "link"
    menu_label = _("Sources of news")
    index_view_class = SourceIndexView
    list_display: Any = [
        "name",
        Column("licence", label=_("Licence of its texts")),
        BooleanColumn("is_active", label=_("Still quoted")),
        number_column("article_count", _("News articles")),
    ]
    list_export = ["name", "link", "licence", "agreement", "is_active"]
    inspect_view_fields = ["name", "link", "logo", "licence", "agreement", "is_active"]
    panels = [
        FieldPanel("name"),
        FieldPanel("link"),
        FieldPanel("licence"),
        FieldPanel("agreement"),
        FieldPanel("logo"),
        FieldPanel("is_active"),
    ]


class ArticleGroupViewSet(RowModelViewSet):
    """Groups of articles picked by hand."""

    model = ArticleGroup
    icon = "list-ol"
    menu_label = _("Groups of articles")
    index_view_class = GroupIndexView
    list_display: Any = [
        "name",
        number_column("position", _("Place in the order")),
        BooleanColumn("on_front", label=_("Stands on the front page")),
        number_column("article_count", _("News articles")),
    ]
    list_export = ["name", "slug", "position", "on_front", "description"]
    inspect_view_fields = ["name", "slug", "description", "picture", "position", "on_front"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("description"),
            FieldPanel("picture"),
            FieldRowPanel([FieldPanel("on_front"), FieldPanel("position")]),
            InlinePanel(
                "places", heading=_("Articles of the group"), panels=[FieldPanel("article")]
            ),
            FieldPanel("slug"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
