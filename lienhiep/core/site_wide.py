"""Wagtail's views over the whole site, which know nothing of rows: narrowed or closed."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.bulk_action.dispatcher import index as bulk_action
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.snippets.views.snippets import ModelIndexView

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded


def recorded_types() -> list[int]:
    """Return the content types of records, whose history is read on the record's own page."""
    return [
        content_type.pk
        for content_type in ContentType.objects.get_for_models(*recorded_models()).values()
    ]


def recorded_models() -> list[type[models.Model]]:
    """Return every kind of record."""
    return [model for model in apps.get_models() if issubclass(model, Recorded)]


class SiteHistoryView(LogEntriesView):
    """The history of pages, pictures and settings; records are left out, row by row as they are."""

    def filter_queryset(self, queryset: models.QuerySet) -> models.QuerySet:
        return super().filter_queryset(queryset.exclude(content_type__in=recorded_types()))


class SnippetKindsView(ModelIndexView):
    """The kinds of snippets, each with as many as the reader may see."""

    def _get_snippet_types(self) -> list[dict[str, Any]]:
        kinds = super()._get_snippet_types()
        for kind in kinds:
            if issubclass(kind["model"], Guarded):
                kind["count"] = kind["model"].objects.visible_to(self.request.user).count()
        return kinds


def bulk_action_on_pages(
    request: HttpRequest, app_label: str, model_name: str, action: str
) -> HttpResponse:
    """Let ticks in a list act on pages and pictures; on records only the rooms' own verbs do."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as unknown:
        raise Http404 from unknown
    if issubclass(model, Recorded):
        raise Http404
    return bulk_action(request, app_label, model_name, action)


site_history: Any = require_admin_access(SiteHistoryView.as_view())
site_history_results: Any = require_admin_access(SiteHistoryView.as_view(results_only=True))
snippet_kinds: Any = require_admin_access(SnippetKindsView.as_view())
bulk: Any = require_admin_access(bulk_action_on_pages)
