"""Filed records of processing and runs of retention in the back office."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.text import format_number
from lienhiep.core.viewsets import RowModelViewSet, VerbCreateView
from lienhiep.core.viewsets.columns import (
    day_column,
    moment_column,
    number_column,
    state_column,
)
from lienhiep.core.viewsets.related import RelatedInspectView, Table
from lienhiep.privacy.choices import RUN_KINDS
from lienhiep.privacy.filters import RetentionRunFilterSet
from lienhiep.privacy.forms.records import DossierForm
from lienhiep.privacy.models import Dossier, RetentionRun


class DossierInspectView(RelatedInspectView):
    """A filed record with its lines as they were on the day."""

    def tables(self) -> Iterable[Table]:
        """Show the lines that were filed."""
        heads = [
            gettext("Processing"),
            gettext("What the data are for"),
            gettext("Retention"),
            gettext("Records"),
        ]
        table = Table(gettext("Lines as they were filed"), heads)
        for line in self.object.content:
            table.add(
                line["label"], line["purpose"], line["retention"], format_number(line["records"])
            )
        yield table


class DossierViewSet(RowModelViewSet):
    """Records of processing as they were filed, each with its day, number and files."""

    model = Dossier
    icon = "doc-full-inverse"
    menu_label = _("Filed records of processing")
    add_view_class = VerbCreateView
    inspect_view_class = DossierInspectView
    ordering = ["-filed_on"]
    list_display = [
        Column("number", label=_("Number of the record"), sort_key="number"),
        day_column("filed_on", _("Filed on")),
        Column("note", label=_("Note on the record")),
    ]
    list_filter = ["filed_on"]
    list_export = ["number", "filed_on", "note"]
    inspect_view_fields = ["filed_on", "number", "note", "paper", "sheet"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("filed_on"), FieldPanel("number")]),
            FieldPanel("note"),
        ],
        base_form_class=DossierForm,
    )


class RetentionRunViewSet(RowModelViewSet):
    """What was let go, when, by whom and why."""

    model = RetentionRun
    icon = "bin"
    menu_label = _("Runs of retention")
    filterset_class = RetentionRunFilterSet
    ordering = ["-started_at"]
    list_display = [
        Column("rule_label", label=_("What was let go")),
        moment_column("started_at", _("Started at")),
        number_column("expected", _("Due")),
        number_column("gone", _("Gone")),
        state_column(RUN_KINDS, sort_key="finished_at"),
    ]
    list_export = ["rule", "on", "expected", "gone", "reason", "started_at", "finished_at"]
    inspect_view_fields = [
        "rule_label",
        "on",
        "expected",
        "gone",
        "reason",
        "started_by",
        "started_at",
        "finished_at",
    ]
    form_fields = ["reason"]
