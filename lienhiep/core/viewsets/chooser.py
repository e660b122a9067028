"""Choosing a record: only among those that the reader may see."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.views import chooser as snippets

from lienhiep.core.forms.typed_text import clean_typed_text
from lienhiep.core.search.query import ids_matching
from lienhiep.core.search.registry import is_registered
from lienhiep.core.viewsets.choices import RowChooser, RowSnippetChooser, narrow_choices
from lienhiep.core.viewsets.guard import guarded_pattern
from lienhiep.core.viewsets.registry import remember


class RowSearchForm(BaseFilterForm):
    """Search in the project's own table: "nghe an" finds "Nghệ An"."""

    q = forms.CharField(label=_("Search term"), required=False)

    def filter(self, objects: models.QuerySet) -> models.QuerySet:
        objects = super().filter(objects)
        self.search_query = self.cleaned_data.get("q", "")
        self.is_searching = bool(self.search_query)
        if not self.is_searching:
            return objects
        return objects.filter(pk__in=ids_matching(objects.model, self.search_query))


class _Visible:
    """The rows that the reader may see."""

    request: Any
    model_class: Any

    def get_object_list(self) -> models.QuerySet:
        return self.model_class.objects.visible_to(self.request.user)

    def get_filter_form_class(self) -> type[forms.Form]:
        return RowSearchForm if is_registered(self.model_class) else BaseFilterForm

    def get_object(self, pk: Any) -> models.Model:
        try:
            return self.get_object_list().get(pk=pk)
        except (ValueError, ValidationError) as wrong:
            raise ObjectDoesNotExist from wrong

    def get_objects(self, pks: Any) -> models.QuerySet:
        wanted = [pk for pk in pks if str(pk).isdecimal()]
        return self.get_object_list().filter(pk__in=wanted)

    def get_creation_form(self) -> Any:
        """Return the form for a new record inside the dialogue, cleaned and narrowed."""
        form = super().get_creation_form()  # type: ignore[misc]
        if form is not None:
            clean_typed_text(form)
            narrow_choices(form, self.request.user)
        return form


class RowChooseView(_Visible, chooser.ChooseView):
    """The dialogue."""


class RowChooseResultsView(_Visible, chooser.ChooseResultsView):
    """The list inside the dialogue."""


class RowChosenView(_Visible, chooser.ChosenView):
    """One record chosen."""


class RowChosenMultipleView(_Visible, chooser.ChosenMultipleView):
    """Several records chosen."""


class RowChooserCreateView(_Visible, chooser.CreateView):
    """A new record made in the dialogue."""


class GuardedChooser:
    """A door-keeper before each view of a chooser."""

    model: Any
    per_page = 20

    def get_urlpatterns(self) -> list[URLPattern]:
        return [guarded_pattern(pattern, self.model) for pattern in super().get_urlpatterns()]  # type: ignore[misc]

    def on_register(self) -> None:
        super().on_register()  # type: ignore[misc]
        remember(self)


class RowChooserViewSet(GuardedChooser, ChooserViewSet):
    """A chooser that offers, and gives the name of, visible records only."""

    choose_view_class = RowChooseView
    choose_results_view_class = RowChooseResultsView
    chosen_view_class = RowChosenView
    chosen_multiple_view_class = RowChosenMultipleView
    create_view_class = RowChooserCreateView
    base_widget_class = RowChooser


class RowSnippetChooseView(_Visible, snippets.ChooseView):
    """The dialogue."""


class RowSnippetChooseResultsView(_Visible, snippets.ChooseResultsView):
    """The list inside the dialogue."""


class RowSnippetChosenView(_Visible, snippets.SnippetChosenView):
    """One snippet chosen."""


class RowSnippetChosenMultipleView(_Visible, snippets.SnippetChosenMultipleView):
    """Several snippets chosen."""


class RowSnippetChooserCreateView(_Visible, snippets.SnippetCreateView):
    """A new snippet made in the dialogue."""


class RowSnippetChooserViewSet(GuardedChooser, snippets.SnippetChooserViewSet):
    """The chooser that every snippet brings along, narrowed in the same way."""

    choose_view_class = RowSnippetChooseView
    choose_results_view_class = RowSnippetChooseResultsView
    chosen_view_class = RowSnippetChosenView
    chosen_multiple_view_class = RowSnippetChosenMultipleView
    create_view_class = RowSnippetChooserCreateView
    base_widget_class = RowSnippetChooser
