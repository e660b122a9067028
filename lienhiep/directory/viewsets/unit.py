"""Administrative units, their changes and stated numbers in the back office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column

from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table
from lienhiep.directory import actions
from lienhiep.directory.filters import UnitChangeFilterSet, UnitFilterSet, UnitStatementFilterSet
from lienhiep.directory.forms.verbs import SuccessionForm
from lienhiep.directory.models import AdministrativeUnit, UnitChange, UnitStatement


class UnitIndexView(RowIndexView):
    """Units by name; they stand in no search table, their folded names are searched."""

    @cached_property
    def is_searchable(self) -> bool:
        """Offer the search."""
        return True

    def search_queryset(self, queryset: models.QuerySet) -> models.QuerySet:
        """Return the units with the words in their name."""
        return queryset.named(self.search_query) if self.is_searching else queryset


class UnitInspectView(RelatedInspectView):
    """The page of a unit: whom it followed, and who followed it."""

    def tables(self) -> Iterator[Table]:
        """Return predecessors and successors."""
        heads = [_("Unit"), _("Share (%)"), _("Resolution"), _("In force on")]
        before = Table(_("Predecessors"), heads)
        for step in self.object.precedences.select_related("old", "change"):
            before.add(*_step(step.old, step))
        yield before
        after = Table(_("Successors"), heads)
        for step in self.object.successions.select_related("new", "change"):
            after.add(*_step(step.new, step))
        yield after


def _step(unit: AdministrativeUnit, step: Any) -> list[Any]:
    change = step.change
    return [
        (unit, admin_row_url(unit)),
        _share(step),
        (change.resolution, admin_row_url(change)),
        change.effective,
    ]


def _share(step: Any) -> str:
    return f"{step.share.normalize():f}".replace(".", ",")


class UnitViewSet(RowModelViewSet):
    """Administrative units, each from a day to a day."""

    model = AdministrativeUnit
    icon = "site"
    menu_label = gettext_lazy("Administrative units")
    index_view_class = UnitIndexView
    inspect_view_class = UnitInspectView
    filterset_class = UnitFilterSet
    ordering = ["sort_key", "pk"]
    list_display = [
        "__str__",
        Column("code", label=gettext_lazy("Code"), sort_key="code"),
        Column("parent", label=gettext_lazy("Lies in")),
        day_column("valid_from", gettext_lazy("On record from")),
        day_column("valid_to", gettext_lazy("On record until")),
    ]
    list_export = [
        "code",
        "get_kind_display",
        "name",
        "located_in",
        "parent",
        "valid_from",
        "valid_to",
    ]
    export_headings = {"get_kind_display": gettext_lazy("Kind of unit")}
    inspect_view_fields = [
        "code",
        "level",
        "kind",
        "name",
        "located_in",
        "parent",
        "valid_from",
        "valid_to",
    ]
    form_fields = ["code", "kind", "name", "located_in", "parent", "valid_from", "valid_to"]


class UnitChangeInspectView(RelatedInspectView):
    """The page of a change: who became whom."""

    def tables(self) -> Iterator[Table]:
        """Return the successions."""
        table = Table(_("Who became whom"), [_("Old unit"), _("New unit"), _("Share (%)")])
        for step in self.object.successions.select_related("old", "new"):
            share = f"{step.share.normalize():f}".replace(".", ",")
            table.add(
                (step.old, admin_row_url(step.old)), (step.new, admin_row_url(step.new)), share
            )
        yield table


class UnitChangeViewSet(RowModelViewSet):
    """Resolutions that changed units; who became whom is recorded one by one."""

    model = UnitChange
    icon = "resubmit"
    menu_label = gettext_lazy("Changes of units")
    inspect_view_class = UnitChangeInspectView
    filterset_class = UnitChangeFilterSet
    list_display = [
        "resolution",
        Column("summary", label=gettext_lazy("What it did")),
        day_column("effective", gettext_lazy("In force on")),
    ]
    list_export = ["resolution", "get_kind_display", "effective", "summary", "source"]
    export_headings = {"get_kind_display": gettext_lazy("Kind of change")}
    inspect_view_fields = ["resolution", "kind", "effective", "summary", "source"]
    form_fields = ["resolution", "kind", "effective", "summary", "source"]
    verbs = [
        RowVerb(
            "record_succession",
            gettext_lazy("Record who became whom"),
            actions.record_succession,
            "change",
            form_class=SuccessionForm,
            icon="plus",
            explanation=gettext_lazy(
                "First add the new unit to the list. The old unit ends on the day before the "
                "change once its shares make it whole."
            ),
            done=gettext_lazy("The succession is recorded."),
        )
    ]


class UnitStatementViewSet(RowModelViewSet):
    """Numbers of units where there is no list."""

    model = UnitStatement
    icon = "order"
    menu_label = gettext_lazy("Stated numbers of units")
    filterset_class = UnitStatementFilterSet
    list_display = [
        "__str__",
        number_column("number", gettext_lazy("Number")),
        day_column("valid_from", gettext_lazy("Holds from")),
        day_column("valid_to", gettext_lazy("Holds until")),
        Column("source", label=gettext_lazy("Source")),
    ]
    list_export = [
        "unit",
        "get_level_display",
        "number",
        "valid_from",
        "valid_to",
        "source",
        "note",
    ]
    export_headings = {"get_level_display": gettext_lazy("Level")}
    inspect_view_fields = ["unit", "level", "number", "valid_from", "valid_to", "source", "note"]
    form_fields = ["unit", "level", "number", "valid_from", "valid_to", "source", "note"]
