"""Spreadsheets in the back office."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RoomGroup, RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import moment_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.core.viewsets.registry import admin_row_url
from lienhiep.core.viewsets.withholding import shown_to
from lienhiep.imports import actions
from lienhiep.imports.choices import OUTCOME_KINDS, STATE_KINDS, RowOutcome
from lienhiep.imports.filters import ImportBatchFilterSet
from lienhiep.imports.forms import NewBatchForm
from lienhiep.imports.models import ImportBatch, ImportRow
from lienhiep.imports.spreadsheets.sheets import sheet_named, sheets_for

ROWS_ON_A_PAGE = 100

VERBS = [
    RowVerb(
        "load_batch",
        _("Record the rows"),
        actions.load_batch,
        "batch",
        icon="check",
        explanation=_(
            "Every row that can be recorded is; those to be corrected are left out, and stand "
            "in the file of outcomes. It can be taken back as a whole afterwards."
        ),
        done=_("The rows are being recorded; this page tells how far it is."),
    ),
    RowVerb(
        "recheck_batch",
        _("Try it out again"),
        actions.recheck_batch,
        "batch",
        icon="rotate",
        explanation=_("After records were corrected here that the rows speak of."),
        done=_("The rows are being tried out again."),
    ),
    RowVerb(
        "undo_batch",
        _("Take the import back"),
        actions.undo_batch,
        "batch",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_(
            "The records that this file made are deleted. One that was changed or used since is "
            "kept and named. The history keeps what was deleted."
        ),
        done=_("The rows are being taken back."),
        serious=True,
    ),
]


class ImportBatchIndexView(RowIndexView):
    """The files sent in, with how many rows each had."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the counts."""
        rows = super().get_base_queryset().with_state().with_counts()
        return rows.select_related("file", "sent_by")


class ImportBatchCreateView(VerbCreateView):
    """A new file, with the templates beside it."""

    template_name = "imports/admin/batch_create.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the registries open to this person."""
        return super().get_context_data(**kwargs) | {"sheets": sheets_for(self.request.user)}


class ImportBatchInspectView(RowInspectView):
    """A file: how far it is, and its rows with what is said of each."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The outcome as a spreadsheet, beside the usual."""
        recap = reverse("imports_recap", args=[self.object.pk])
        return [
            Button(_("Outcome as a spreadsheet"), url=recap, icon_name="download"),
            *super().header_more_buttons,
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the counts, the job, and one page of rows."""
        batch, context = self.object, super().get_context_data(**kwargs)
        counts = batch.rows.counts()
        wanted = self.request.GET.get("outcome", "")
        rows = batch.rows.prefetch_related("records__record")
        if wanted in RowOutcome.values:
            rows = rows.filter(outcome=wanted)
        page = Paginator(rows, ROWS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        sheet = sheet_named(batch.sheet)
        return context | {
            "job": batch.job,
            "is_live": batch.job is not None and batch.job.is_unfinished,
            "total": sum(counts.values()),
            "tabs": [
                (value, label, OUTCOME_KINDS[value], counts[value])
                for value, label in RowOutcome.choices
                if counts.get(value)
            ],
            "wanted": wanted,
            "page_obj": page,
            "rows": [self._shown(row, sheet) for row in page],
        }

    def _shown(self, row: ImportRow, sheet: Any) -> dict[str, Any]:
        """Return a row for the page: its first cells, and a link to what it became."""
        columns = sheet.columns if sheet else ()
        written = [row.cells[column.name] for column in columns if row.cells.get(column.name)]
        records = [one.record for one in row.records.all()] if row.outcome != "undone" else []
        last = records[-1] if records else None
        name = shown_to(self.request.user, last) if last is not None else None
        return {
            "row": row,
            "kind": OUTCOME_KINDS[row.outcome],
            "written": " · ".join(written[:6]),
            "record": name,
            "url": admin_row_url(last) if last is not None and name is last else None,
        }


class ImportBatchViewSet(RowModelViewSet):
    """Spreadsheets: send in, try out, record, take back."""

    model = ImportBatch
    icon = "upload"
    menu_label = _("From spreadsheets")
    add_to_admin_menu = False
    index_view_class = ImportBatchIndexView
    add_view_class = ImportBatchCreateView
    inspect_view_class = ImportBatchInspectView
    inspect_template_name = "imports/admin/batch_inspect.html"
    filterset_class = ImportBatchFilterSet
    verbs = VERBS
    list_display = [
        "__str__",
        state_column(STATE_KINDS, sort_key="state_code"),
        number_column("row_count", _("Rows")),
        number_column("loaded_count", _("Rows recorded")),
        number_column("wrong_count", _("Rows to correct")),
        Column("sent_by", label=_("Sent in by")),
        moment_column("sent_at", _("Sent in at")),
    ]
    list_export = ["sheet_label", "file", "row_count", "loaded_count", "wrong_count", "sent_at"]
    export_headings = {
        "sheet_label": _("What the rows are"),
        "row_count": _("Rows"),
        "loaded_count": _("Rows recorded"),
        "wrong_count": _("Rows to correct"),
    }
    inspect_view_fields = [
        "file",
        "sent_by",
        "sent_at",
        "left_aside",
        "checked_at",
        "loaded_at",
        "undone_at",
        "undo_reason",
    ]
    edit_handler = ObjectList(
        [FieldPanel("sheet"), FieldPanel("file")], base_form_class=NewBatchForm
    )


class ImportsGroup(RoomGroup):
    """The room of what comes in from elsewhere, in the menu."""

    menu_label = _("Imports")
    menu_icon = "lh-imports"
    menu_order = 800
    items = (ImportBatchViewSet,)
