"""Choosing a record: only among those that the reader may see."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet

from lienhiep.core.search.lists import matching
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
        return objects.filter(pk__in=matching(objects.model, self.search_query))


class _Visible:
    """The rows that the reader may see."""

    request: Any
    model_class: Any
    filter_form_class = RowSearchForm

    def get_object_list(self) -> models.QuerySet:
        return self.model_class.objects.visible_to(self.request.user)


class RowChooseView(_Visible, chooser.ChooseView):
    """The dialogue."""


class RowChooseResultsView(_Visible, chooser.ChooseResultsView):
    """The list inside the dialogue."""


class RowChosenView(chooser.ChosenView):
    """One record chosen."""

    def get_object(self, pk: Any) -> Any:
        return self.model_class.objects.visible_to(self.request.user).get(pk=pk)


class RowChosenMultipleView(chooser.ChosenMultipleView):
    """Several records chosen."""

    def get_objects(self, pks: Any) -> models.QuerySet:
        wanted = [pk for pk in pks if str(pk).isdigit()]
        return self.model_class.objects.visible_to(self.request.user).filter(pk__in=wanted)


class RowChooserViewSet(ChooserViewSet):
    """A chooser that offers, and gives the name of, visible records only."""

    choose_view_class = RowChooseView
    choose_results_view_class = RowChooseResultsView
    chosen_view_class = RowChosenView
    chosen_multiple_view_class = RowChosenMultipleView
    per_page = 20

    def get_urlpatterns(self) -> list[URLPattern]:
        return [guarded_pattern(pattern, self.model) for pattern in super().get_urlpatterns()]

    def on_register(self) -> None:
        super().on_register()
        remember(self)
