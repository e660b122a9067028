"""A spreadsheet sent in, row by row, and what became of each row."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import user_key
from lienhiep.imports.choices import BatchState, RowOutcome
from lienhiep.imports.files import SPREADSHEET
from lienhiep.imports.querysets import BatchQuerySet, RowQuerySet
from lienhiep.imports.spreadsheets.sheets import sheet_choices, sheet_named


class ImportBatch(Guarded):
    """One file of rows for one registry (lượt nhập dữ liệu từ bảng tính).

    It is tried out before anything is recorded. What it recorded can be taken back as a
    whole, as long as nobody has worked with the records since.
    """

    sheet = models.CharField(_("what the rows are"), max_length=40, choices=sheet_choices)
    file = RecordFileField(_("spreadsheet"), use=SPREADSHEET)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("spreadsheet sent in by"),
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    sent_at = models.DateTimeField(_("spreadsheet sent in at"), auto_now_add=True)
    left_aside = models.CharField(
        _("columns left aside"),
        max_length=1000,
        blank=True,
        editable=False,
        help_text=_("Headings of the file that this registry does not know."),
    )
    checked_at = models.DateTimeField(_("tried out at"), null=True, blank=True, editable=False)
    load_asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    loaded_at = models.DateTimeField(_("recorded at"), null=True, blank=True, editable=False)
    undo_asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    undone_at = models.DateTimeField(_("taken back at"), null=True, blank=True, editable=False)
    undo_reason = models.TextField(_("why it was taken back"), blank=True, editable=False)
    job = models.ForeignKey(
        "core.Job",
        verbose_name=_("background job"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )

    # The verbs say who asked for what; when a job came to its end is bookkeeping.
    history_ignored = frozenset(
        {"job", "checked_at", "load_asked_at", "loaded_at", "undo_asked_at", "undone_at"}
    )

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("spreadsheet import")
        verbose_name_plural = _("spreadsheet imports")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        name = self.file.name if self.file_id else ""
        return f"{self.sheet_label}: {name}" if name else self.sheet_label

    @property
    def sheet_label(self) -> str:
        """What the rows are, in words."""
        sheet = sheet_named(self.sheet)
        return str(sheet.label) if sheet else self.sheet

    @property
    def state(self) -> BatchState:
        """Where the file stands; agrees with `with_state()`."""
        if self.undone_at:
            return BatchState.UNDONE
        if self.undo_asked_at:
            return BatchState.UNDOING
        if self.loaded_at:
            return BatchState.LOADED
        if self.load_asked_at:
            return BatchState.LOADING
        return BatchState.CHECKED if self.checked_at else BatchState.CHECKING

    def reader_keys(self) -> set[str]:
        """Whoever sent the file in reads it."""
        return {user_key(self.sent_by_id)}


class ImportRow(models.Model):
    """One row of a file as it was written there, with what is said of it."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row in the file"))
    cells = models.JSONField(default=dict)
    """What stood in each known column, as text, by the name of the column."""

    outcome = models.CharField(
        _("outcome of the row"),
        max_length=10,
        choices=RowOutcome.choices,
        default=RowOutcome.WAITING,
    )
    messages = models.JSONField(default=list)
    """What is to be corrected: a list of [heading, message]; the heading may be empty."""

    objects = RowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of a spreadsheet")
        verbose_name_plural = _("rows of a spreadsheet")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="imports_row_once")]
        indexes = [models.Index(fields=["batch", "outcome"])]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.number}"

    @property
    def words(self) -> list[str]:
        """What is said of the row, each with the column that it concerns."""
        return [f"{heading}: {said}" if heading else said for heading, said in self.messages]


class ImportedRecord(models.Model):
    """A record that a row made, or (where it stood here already) the one that it speaks of."""

    row = models.ForeignKey(ImportRow, on_delete=models.CASCADE, related_name="records")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    record: Any = GenericForeignKey("content_type", "object_id")
    is_made = models.BooleanField(default=True)
    version = models.BigIntegerField(default=0)
    """The newest entry in the record's history when the file was recorded."""

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.content_type_id}:{self.object_id}"
