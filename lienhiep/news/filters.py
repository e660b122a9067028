"""What the lists of the news are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.news.choices import ArticleState, CommentState, SourceKind
from lienhiep.news.models import Category, Comment, NewsArticle, Topic


class NewsArticleFilterSet(RowFilterSet):
    """Articles by state, category, topic, origin and day of first publication."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the article"), choices=ArticleState.choices
    )
    category = django_filters.ModelMultipleChoiceFilter(
        label=_("Main category"), queryset=Category.objects.all()
    )
    topic = django_filters.ModelChoiceFilter(label=_("News topic"), queryset=Topic.objects.all())
    source_kind = django_filters.MultipleChoiceFilter(
        label=_("Origin of the article"), choices=SourceKind.choices
    )
    hot = django_filters.BooleanFilter(
        field_name="hot_since", lookup_expr="isnull", exclude=True, label=_("Marked as hot news")
    )
    published_from = from_day("published_at__date", _("On the site from"))
    published_until = until_day("published_at__date", _("On the site until"))

    class Meta:
        model = NewsArticle
        fields = ["state_code", "category", "topic", "source_kind"]


class CommentFilterSet(RowFilterSet):
    """Comments by state, article and day."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State of a reader's comment"), choices=CommentState.choices
    )
    written_from = from_day("written_at__date", _("Written from"))
    written_until = until_day("written_at__date", _("Written until"))

    class Meta:
        model = Comment
        fields = ["state"]
