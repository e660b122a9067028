"""Filters of back-office lists: they offer only what the reader may see."""

from __future__ import annotations

from typing import Any

import django_filters
from wagtail.admin.filters import WagtailFilterSet

from lienhiep.core.guarding import Guarded


class RowFilterSet(WagtailFilterSet):
    """The base of every filter set in the back office."""

    def __init__(self, data: Any = None, queryset: Any = None, *, request: Any = None, **kw: Any):
        super().__init__(data, queryset, request=request, **kw)
        for one in self.filters.values():
            if isinstance(
                one, django_filters.ModelChoiceFilter | django_filters.ModelMultipleChoiceFilter
            ):
                _narrow(one, request)


def _narrow(one: Any, request: Any) -> None:
    """Offer the visible rows only, whatever way the filter's rows were stated."""
    stated = one.extra.get("queryset")
    if stated is None and one.model is not None:
        stated = one.model._meta.get_field(one.field_name).related_model._default_manager.all()
    rows = stated(request) if callable(stated) else stated
    if rows is None or not issubclass(rows.model, Guarded):
        return
    one.extra["queryset"] = rows.visible_to(request.user)
