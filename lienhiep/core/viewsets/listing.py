"""The list: the reader's rows, searched by our own table, exported safely, opened by figures."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.views import generic

from lienhiep.core.figures import Figure, Value, evaluate, figure_named
from lienhiep.core.period import InvalidPeriod, Period
from lienhiep.core.principals import principals
from lienhiep.core.rules import policy_of
from lienhiep.core.search.lists import is_searchable, matching
from lienhiep.core.viewsets.filters import RowFilterSet

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


class RowIndexView(generic.IndexView):
    """A list that shows, counts and exports only the rows that the reader may see."""

    base_filterset_class = RowFilterSet
    template_name = "core/admin/row_index.html"
    any_permission_required = None

    custom_value_preprocess = {
        **generic.IndexView.custom_value_preprocess,
        datetime.datetime: {
            "xlsx": lambda value: timezone.localtime(value).replace(tzinfo=None),
            "csv": lambda value: timezone.localtime(value).strftime("%d/%m/%Y %H:%M"),
        },
        datetime.date: {"xlsx": None, "csv": lambda value: value.strftime("%d/%m/%Y")},
        str: {"csv": lambda value: f"'{value}" if value.startswith(DANGEROUS) else value},
    }

    def get_base_queryset(self) -> models.QuerySet:
        rows = super().get_base_queryset().visible_to(self.request.user)
        if self.opened_figure is not None:
            rows = rows.filter(pk__in=self.figure_rows.values("pk"))
        return rows

    # Searching in the project's own table

    @cached_property
    def is_searchable(self) -> bool:
        return is_searchable(self.model)

    def search_queryset(self, queryset: models.QuerySet) -> models.QuerySet:
        if not self.is_searching:
            return queryset
        return queryset.filter(pk__in=matching(self.model, self.search_query))

    # A figure opened to its records

    @cached_property
    def opened_figure(self) -> Figure | None:
        """The figure named in the address (?figure=E01&period=2022), if any."""
        code = self.request.GET.get("figure", "")
        if not code:
            return None
        found = figure_named(code)
        if found is None or not principals(self.request.user) & found.readers:
            raise Http404
        return found

    @cached_property
    def figure_value(self) -> Value | None:
        """The figure as it is counted now."""
        if self.opened_figure is None:
            return None
        try:
            period = Period.parse(self.request.GET.get("period", ""))
            day = self.request.GET.get("data_date", "")
            data_date = datetime.date.fromisoformat(day) if day else None
        except (InvalidPeriod, ValueError) as wrong:
            raise Http404(str(wrong)) from wrong
        value = evaluate(self.opened_figure, period, data_date)
        if value.counting is not None and value.counting.model is not self.model:
            raise Http404
        return value

    @cached_property
    def figure_rows(self) -> models.QuerySet:
        """The rows behind the figure, seen or not."""
        value = self.figure_value
        if value is None or value.counting is None:
            return self.model._default_manager.none()
        return value.counting.rows()

    @cached_property
    def withheld(self) -> int:
        """How many of the figure's records the reader may not see."""
        rows = self.figure_rows
        return rows.count() - rows.visible_to(self.request.user).count()

    # Exports

    @cached_property
    def hidden_fields(self) -> frozenset[str]:
        """Fields of this kind of record that the reader sees in no row."""
        return policy_of(self.model).hidden_fields(self.request.user)

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if self.hidden_fields:
            self.list_export = [name for name in self.list_export if name not in self.hidden_fields]

    def get_filename(self) -> str:
        return f"{self.model._meta.model_name}-{timezone.localdate():%Y%m%d}"

    def write_csv_response(self, queryset: models.QuerySet) -> StreamingHttpResponse:
        """Write the list with a byte-order mark: Excel takes it for Vietnamese only then."""
        response = super().write_csv_response(queryset)
        response.streaming_content = _with_mark(response.streaming_content)
        response["Content-Type"] = "text/csv; charset=utf-8"
        return response

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        if self.opened_figure is not None:
            context["figure_value"] = self.figure_value
            context["figure_withheld"] = self.withheld
        return context



def _with_mark(chunks: Any) -> Any:
    yield "\ufeff".encode()
    yield from chunks
