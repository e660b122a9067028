"""The list: the reader's rows, searched by our own table, exported safely, opened by figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.coreutils import multigetattr

from lienhiep.core.rules import policy_of
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.core.search.query import ids_matching
from lienhiep.core.search.registry import is_registered
from lienhiep.core.viewsets.filters import RowFilterSet
from lienhiep.core.viewsets.many import PickColumn
from lienhiep.core.viewsets.opened_figure import OpenedFigure
from lienhiep.core.viewsets.spreadsheet import OfficeSpreadsheet, yes_or_no
from lienhiep.core.viewsets.withholding import WITHHELD, Sight


class RowIndexView(OpenedFigure, OfficeSpreadsheet, generic.IndexView):
    """A list that shows, counts and exports only the rows that the reader may see."""

    base_filterset_class = RowFilterSet
    template_name = "core/admin/row_index.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.policy = policy_of(self.model)
        self.sight = Sight(request.user)
        hidden = self.policy.hidden_fields(request.user)
        if hidden:
            self.list_export = [name for name in self.list_export if _field(name) not in hidden]
            self.list_display = [name for name in self.list_display if _field(name) not in hidden]

    def get_base_queryset(self) -> models.QuerySet:
        rows = super().get_base_queryset().visible_to(self.request.user)
        related = list(named_relations(self.model, [*self.list_display, *self.list_export]))
        return self.narrow_to_figure(rows.select_related(*related) if related else rows)

    # Searching in the project's own table

    @cached_property
    def is_searchable(self) -> bool:
        return is_registered(self.model)

    def search_queryset(self, queryset: models.QuerySet) -> models.QuerySet:
        if not self.is_searching:
            return queryset
        return queryset.filter(pk__in=ids_matching(self.model, self.search_query))

    # Cells

    @cached_property
    def columns(self) -> list[Any]:
        first, *others = super().columns
        watched = [self._watched(column) for column in (self._leading(first), *others)]
        return [PickColumn(), *watched] if self.offered_for_many else watched

    # Verbs for the rows that are ticked

    verbs_for_many: Sequence[Any] = ()
    many_url_name = ""

    @cached_property
    def offered_for_many(self) -> list[Any]:
        """The verbs that this person may do at all; each row is asked about when it is done."""
        user = self.request.user
        return [one for one in self.verbs_for_many if self.policy.may(user, one.name)]

    def _leading(self, column: Any) -> Any:
        """Return the first column as one that leads to the record's page, whatever it shows."""
        if type(column) is not Column:
            return column
        return TitleColumn(
            column.name,
            label=column.label,
            accessor=column.accessor,
            sort_key=column.sort_key,
            get_url=self.get_inspect_url,
        )

    def _watched(self, column: Any) -> Any:
        """Return the column as this reader sees it; the viewset's own is left as it is."""
        if not hasattr(column, "get_value"):
            return column
        watched, plain = copy(column), column.get_value
        name = _field(column)

        def get_value(row: models.Model) -> Any:
            if name in self.policy.hidden_fields(self.request.user, row):
                return WITHHELD
            value = plain(row)
            if isinstance(value, bool) and type(column) is Column:
                return yes_or_no(value)  # a plain cell would say True
            return self.sight.of(name, value, lambda: map(plain, self.page_rows))

        watched.get_value = get_value
        return watched

    page_rows: Iterable[models.Model] = ()

    def get_table(self, object_list: Any) -> Any:
        self.page_rows = object_list
        return super().get_table(object_list)

    def to_row_dict(self, item: models.Model) -> dict[str, Any]:
        """Return a line of the spreadsheet as this reader may take it away."""
        line = super().to_row_dict(item)
        hidden = self.policy.hidden_fields(self.request.user, item)
        hidden |= self.policy.masked_in_files(item)
        for name, value in line.items():
            if _field(name) in hidden:
                line[name] = WITHHELD
            elif in_words := getattr(item, f"get_{name}_display", None):
                line[name] = str(in_words())  # not the code that is stored
            else:
                line[name] = self.sight.of(name, value, lambda name=name: self._exported(name))
        return line

    def _exported(self, name: str) -> Iterator[Any]:
        return (multigetattr(row, name) for row in self.object_list)

    # Links of a line: cosmetic, every view asks again

    def _may(self, verb: str, row: models.Model) -> bool:
        """Return whether a link is worth showing; that the row may be seen is known already."""
        return self.user_has_permission(verb) and self.policy.row_allows(
            self.request.user, verb, row
        )

    def get_edit_url(self, instance: models.Model) -> str | None:
        return self._url(self.edit_url_name, CHANGE, instance)

    def get_copy_url(self, instance: models.Model) -> str | None:
        return self._url(self.copy_url_name, ADD, instance)

    def get_delete_url(self, instance: models.Model) -> str | None:
        return self._url(self.delete_url_name, DELETE, instance)

    def get_inspect_url(self, instance: models.Model) -> str | None:
        return reverse(self.inspect_url_name, args=[quote(instance.pk)])

    def _url(self, name: str | None, verb: str, row: models.Model) -> str | None:
        return reverse(name, args=[quote(row.pk)]) if name and self._may(verb, row) else None

    def _get_title_column(
        self, field_name: str, column_class: type = TitleColumn, **kwargs: Any
    ) -> Any:
        """Lead from the title to the record's page, where its verbs stand."""
        column = super()._get_title_column(field_name, column_class, **kwargs)
        column._get_url_func = self.get_inspect_url
        return column

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        many = {}
        if self.offered_for_many:
            many = {
                "verbs_for_many": self.offered_for_many,
                "many_url": reverse(self.many_url_name),
            }
        return super().get_context_data(*args, **kwargs) | self.figure_context() | many


def _field(column: Any) -> str:
    """Return the field that a column or an export begins with."""
    name = column if isinstance(column, str) else getattr(column, "name", "")
    name = name.replace("__", ".").split(".")[0]
    return name.removeprefix("get_").removesuffix("_display") if "_display" in name else name


def named_relations(model: type[models.Model], columns: Iterable[Any]) -> Iterator[str]:
    """Yield the relations that columns name, so that the rows bring them along at once."""
    for column in columns:
        path = column if isinstance(column, str) else getattr(column, "accessor", "")
        owner, steps = model, []
        for step in path.replace("__", ".").split(".") if isinstance(path, str) else []:
            try:
                field = owner._meta.get_field(step)
            except FieldDoesNotExist:
                break
            if not isinstance(field, models.ForeignKey):
                break
            steps.append(step)
            owner = field.related_model
        if steps:
            yield "__".join(steps)
