"""Which screens there are: asked by figures, search and the stranger test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import get_resolver, reverse

if TYPE_CHECKING:
    from wagtail.admin.viewsets.base import ViewSet

_by_model: dict[type[models.Model], Any] = {}
_all: list[Any] = []


def remember(viewset: ViewSet) -> None:
    """Note a viewset when Wagtail registers it."""
    _all.append(viewset)
    if hasattr(viewset, "index_view_class"):
        _by_model.setdefault(viewset.model, viewset)


def row_viewsets() -> list[Any]:
    """Return every registered row-safe viewset."""
    _load_screens()
    return list(_all)


def admin_list_url(model: type[models.Model]) -> str | None:
    """Return the address of the back-office list of a kind of record, if it has one."""
    viewset = _viewset_of(model)
    return reverse(viewset.get_url_name(viewset.list_view_name)) if viewset else None


def admin_add_url(model: type[models.Model]) -> str | None:
    """Return the address of the form for a new record of a kind, if it has one."""
    viewset = _viewset_of(model)
    return reverse(viewset.get_url_name("add")) if viewset else None


def admin_row_url(row: models.Model) -> str | None:
    """Return the address of a record's page in the back office, if it has one."""
    viewset = _viewset_of(type(row))
    return reverse(viewset.get_url_name("inspect"), args=[quote(row.pk)]) if viewset else None


def _viewset_of(model: type[models.Model]) -> Any:
    _load_screens()
    return _by_model.get(model)


def _load_screens() -> None:
    """Let Wagtail make its screens: it waits until addresses are looked up.

    A command or a worker never looks one up, and would write records without addresses.
    """
    _ = get_resolver().url_patterns
