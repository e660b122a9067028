"""Rows tried out, recorded and taken back, each by itself: one wrong row stops no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Max, ProtectedError, RestrictedError
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from lienhiep.core.history import verb
from lienhiep.imports.choices import RowOutcome
from lienhiep.imports.models import ImportBatch, ImportedRecord, ImportRow
from lienhiep.imports.spreadsheets.sheets import Messages, Sheet


@dataclass
class Tried:
    """What came of one row: its outcome, what is said of it, and the records concerned."""

    row: ImportRow
    outcome: str
    messages: Messages = field(default_factory=list)
    made: list[models.Model] = field(default_factory=list)
    known: models.Model | None = None


def check_rows(sheet: Sheet, rows: Iterable[ImportRow], by: Any) -> None:
    """Try rows out: they are recorded, and everything is put back as it was.

    So a trial says exactly what the recording will do, whatever the room or the database
    refuses.
    """
    with transaction.atomic():
        tried = [_record(sheet, row, by) for row in rows]
        transaction.set_rollback(True)
    for one in tried:
        outcome = RowOutcome.READY if one.outcome == RowOutcome.LOADED else one.outcome
        _write(one.row, outcome, one.messages)
        known = one.known
        # A row that repeats an earlier one of the file speaks of a record that is gone again.
        if known is not None and type(known)._base_manager.filter(pk=known.pk).exists():
            _keep(one.row, known, is_made=False)


def load_rows(sheet: Sheet, batch: ImportBatch, rows: Iterable[ImportRow], by: Any) -> None:
    """Record rows for good, in one act with one entry in the history of the file."""
    with verb("imports.load_batch", by=by, about=batch) as act:
        tried = [_record(sheet, row, by) for row in rows]
        act.note(rows=sum(one.outcome == RowOutcome.LOADED for one in tried))
    for one in tried:
        _write(one.row, one.outcome, one.messages)
        for record in one.made:
            _keep(one.row, record)


def undo_rows(sheet: Sheet, batch: ImportBatch, rows: Iterable[ImportRow], by: Any) -> None:
    """Take back what rows recorded, the last first."""
    with verb("imports.undo_batch", by=by, about=batch, reason=batch.undo_reason) as act:
        undone = 0
        for row in rows:
            messages = _take_back(sheet, row)
            outcome = RowOutcome.KEPT if messages else RowOutcome.UNDONE
            undone += not messages
            _write(row, outcome, messages)
        act.note(rows=undone)


def _record(sheet: Sheet, row: ImportRow, by: Any) -> Tried:
    facts, messages = sheet.read(row.cells)
    if messages:
        return Tried(row, RowOutcome.WRONG, messages)
    try:
        with transaction.atomic(), verb("imports.load_row", by=by):
            known = sheet.find(facts)
            if known is not None:
                said = _("It stands here as “%(record)s”.") % {"record": known}
                return Tried(row, RowOutcome.KNOWN, [("", said)], known=known)
            return Tried(row, RowOutcome.LOADED, made=sheet.make(facts, by))
    except ValidationError as refusal:
        return Tried(row, RowOutcome.WRONG, sheet.said(refusal))
    except IntegrityError:
        said = _("This contradicts a record that stands here already.")
        return Tried(row, RowOutcome.WRONG, [("", said)])


def _write(row: ImportRow, outcome: str, messages: Messages) -> None:
    row.outcome = outcome
    row.messages = [list(message) for message in messages]
    row.save(update_fields=["outcome", "messages"])


def _keep(row: ImportRow, record: models.Model, *, is_made: bool = True) -> None:
    kind = ContentType.objects.get_for_model(record)
    ImportedRecord.objects.update_or_create(
        row=row,
        content_type=kind,
        object_id=record.pk,
        defaults={"is_made": is_made, "version": newest_entry(kind, record.pk)},
    )


def newest_entry(kind: ContentType, pk: int) -> int:
    """Return the id of the newest entry in a record's history, 0 where it has none."""
    entries = ModelLogEntry.objects.filter(content_type=kind, object_id=str(pk))
    return entries.aggregate(newest=Max("pk"))["newest"] or 0


def _take_back(sheet: Sheet, row: ImportRow) -> Messages:
    """Delete the records of a row; where one is kept, all are, and it is said why."""
    messages: Messages = []
    try:
        with transaction.atomic(), verb("imports.undo_row", by=None):
            for imported in row.records.filter(is_made=True).order_by("-pk"):
                record = imported.record
                if record is None:
                    continue
                if newest_entry(imported.content_type, imported.object_id) != imported.version:
                    raise ValidationError(
                        _("“%(record)s” was changed after it was recorded.") % {"record": record}
                    )
                if sheet.before_undo is not None and isinstance(record, sheet.model):
                    sheet.before_undo(record)
                record.delete()
    except ValidationError as refusal:
        messages = [("", said) for said in refusal.messages]
    except (ProtectedError, RestrictedError) as refusal:
        held = getattr(refusal, "protected_objects", None) or refusal.restricted_objects
        others = "; ".join(sorted({str(one) for one in held})[:3])
        messages = [("", _("Other records stand on it: %(others)s.") % {"others": others})]
    return messages
