"""Filters of back-office lists: they offer only what the reader may see."""

from __future__ import annotations

from typing import Any

import django_filters
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.guarding import Guarded
from lienhiep.core.rules import policy_of

Choosing = django_filters.ModelChoiceFilter | django_filters.ModelMultipleChoiceFilter


class RowFilterSet(WagtailFilterSet):
    """The base of every filter set in the back office.

    A field that the reader may not see cannot be filtered by, or it could be guessed.
    """

    def __init__(self, data: Any = None, queryset: Any = None, *, request: Any = None, **kw: Any):
        super().__init__(data, queryset, request=request, **kw)
        model = self._meta.model
        if model is not None and issubclass(model, Guarded):
            hidden = policy_of(model).hidden_fields(request.user)
            for name, one in list(self.filters.items()):
                if hidden & {name, str(one.field_name).split("__")[0]}:
                    del self.filters[name]
        for one in self.filters.values():
            if isinstance(one, Choosing):
                _narrow(one, request)


def from_day(field: str, label: Any) -> django_filters.DateFilter:
    """Return a filter that keeps rows dated on a day or after it."""
    return django_filters.DateFilter(
        field_name=field, lookup_expr="gte", label=label, widget=AdminDateInput
    )


def until_day(field: str, label: Any) -> django_filters.DateFilter:
    """Return a filter that keeps rows dated on a day or before it."""
    return django_filters.DateFilter(
        field_name=field, lookup_expr="lte", label=label, widget=AdminDateInput
    )


def _narrow(one: Any, request: Any) -> None:
    """Offer the visible rows only, whatever way the filter's rows were stated."""
    stated = one.queryset
    if stated is None and one.model is not None:
        stated = one.model._meta.get_field(one.field_name).related_model._default_manager.all()
    rows = stated(request) if callable(stated) else stated
    if rows is None or not issubclass(rows.model, Guarded):
        return
    # The filter reads `queryset` each time that it makes its field.
    one.queryset = one.extra["queryset"] = rows.visible_to(request.user)
