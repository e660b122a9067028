"""Emulation results and the forms of honour, in the back office."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.viewsets import RowModelViewSet
from lienhiep.core.viewsets.columns import day_column, number_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.honours.filters import EmulationResultFilterSet, HonourFormFilterSet
from lienhiep.honours.models import EmulationResult, HonourForm


class EmulationResultIndexView(RowIndexView):
    """The results, with the organisation that each is of."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the organisation with the row."""
        return super().get_base_queryset().select_related("organisation", "awarding_body")


class EmulationResultViewSet(RowModelViewSet):
    """How the Union and its members came out in their clusters."""

    model = EmulationResult
    icon = "order"
    menu_label = _("Emulation results")
    index_view_class = EmulationResultIndexView
    filterset_class = EmulationResultFilterSet
    list_display = [
        "__str__",
        Column("organisation", label=_("Member of the cluster"), sort_key="organisation__sort_key"),
        Column("outcome", label=_("Outcome"), sort_key="rank"),
        number_column("final_score", _("Final score")),
        day_column("announced_on", _("Announced on")),
    ]
    list_export = [
        "year",
        "cluster",
        "organisation",
        "rank",
        "members",
        "result",
        "own_score",
        "final_score",
        "awarding_body",
        "announced_on",
    ]
    inspect_view_fields = [
        "year",
        "cluster",
        "organisation",
        "lead_unit",
        "outcome",
        "own_score",
        "final_score",
        "awarding_body",
        "decision",
        "announced_on",
        "is_public",
        "note",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("year"), FieldPanel("cluster")]),
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("lead_unit")]),
            FieldRowPanel([FieldPanel("rank"), FieldPanel("members")]),
            FieldPanel("result"),
            FieldRowPanel([FieldPanel("own_score"), FieldPanel("final_score")]),
            FieldRowPanel([FieldPanel("awarding_body"), FieldPanel("announced_on")]),
            FieldPanel("decision"),
            FieldPanel("is_public"),
            FieldPanel("note"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class HonourFormViewSet(RowModelViewSet):
    """The forms of honour in the order of lists."""

    model = HonourForm
    icon = "tag"
    menu_label = _("Forms of honour")
    filterset_class = HonourFormFilterSet
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Kind of honour"), sort_key="kind"),
        Column("get_level_display", label=_("Awarding level"), sort_key="level"),
        BooleanColumn("for_collectives", label=_("For collectives")),
        BooleanColumn("for_persons", label=_("For persons")),
        BooleanColumn("is_active", label=_("Form in use"), sort_key="is_active"),
    ]
    list_export = [
        "code",
        "name",
        "get_kind_display",
        "get_level_display",
        "for_collectives",
        "for_persons",
        "is_active",
        "source",
    ]
    export_headings = {
        "get_kind_display": _("Kind of honour"),
        "get_level_display": _("Awarding level"),
    }
    inspect_view_fields = [
        "code",
        "name",
        "kind",
        "level",
        "for_collectives",
        "for_persons",
        "position",
        "is_active",
        "source",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("code")]),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
            FieldRowPanel([FieldPanel("for_collectives"), FieldPanel("for_persons")]),
            FieldRowPanel([FieldPanel("position"), FieldPanel("is_active")]),
            FieldPanel("source"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
