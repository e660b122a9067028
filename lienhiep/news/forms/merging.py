"""Into which category or topic another one goes, with what that touches."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.forms import OfficeForm
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.news.models import Category, NewsArticle, Tag, Topic


class MergeForm(AboutRow):
    """The one that takes the other over."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["into"]
        field.queryset = field.queryset.filter(merged_into=None).exclude(pk=self.row.pk)
        field.help_text = self.preview()

    def preview(self) -> str:
        """Return in words what moves along."""
        raise NotImplementedError


class MergeCategoryForm(MergeForm):
    """The category that takes another one over."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("Merge into the category"), queryset=Category.objects.all()
    )

    def preview(self) -> str:
        return _(
            "What moves: %(articles)s articles, %(further)s that list it as a further category, "
            "%(below)s categories below it. %(address)s and its pages lead to the new address."
        ) % {
            "articles": self.row.articles.count(),
            "further": self.row.further_articles.count(),
            "below": self.row.children.count(),
            "address": self.row.get_absolute_url(),
        }


class MergeTagForm(AboutRow):
    """The tag that goes into another one."""

    other = forms.ModelChoiceField(
        label=gettext_lazy("Tag that goes into this one"),
        queryset=Tag.objects.all(),
        help_text=gettext_lazy(
            "Its articles get this tag; it is gone, and its address leads here."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["other"]
        field.queryset = field.queryset.exclude(pk=self.row.pk)


class MoveForm(OfficeForm):
    """Where articles go, one or many."""

    category = forms.ModelChoiceField(
        label=gettext_lazy("Into the category"),
        queryset=Category.objects.filter(merged_into=None, is_closed=False),
        help_text=gettext_lazy("Addresses of articles stay as they are: they name no category."),
    )


class MergeTopicForm(MergeForm):
    """The topic that takes another one over."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("Merge into the topic"), queryset=Topic.objects.all()
    )

    def preview(self) -> str:
        return _(
            "What moves: %(articles)s articles. %(address)s and its pages lead to the new address."
        ) % {
            "articles": NewsArticle.objects.filter(topic=self.row).count(),
            "address": self.row.get_absolute_url(),
        }
