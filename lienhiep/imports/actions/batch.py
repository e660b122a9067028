"""A file is sent in and tried out, recorded, or taken back; the work itself is a job."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.jobs import start_job
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.validators import validate_has_state, validate_reason
from lienhiep.imports.choices import BATCH_VERBS, RowOutcome
from lienhiep.imports.models import ImportBatch, ImportedRecord, ImportRow
from lienhiep.imports.spreadsheets.reading import read_table
from lienhiep.imports.spreadsheets.sheets import sheet_named

LONGEST_LEFT_ASIDE = 1000


def take_in_file(*, sheet: str, file: RecordFile | None, by: User) -> ImportBatch:
    """Take a spreadsheet in for a registry and have it tried out; nothing is recorded yet.

    Refuses a file that cannot be read, lacks a column that must be there, or has no rows.
    """
    registry = sheet_named(sheet)
    if registry is None or not registry.may(by):
        raise ValidationError({"sheet": _("Choose one of the registries offered.")})
    if file is None:
        raise ValidationError({"file": _("Choose the spreadsheet.")})
    try:
        table = read_table(file.name, file.read(), registry)
    except ValidationError as refusal:
        raise ValidationError({"file": refusal.messages}) from refusal
    with _then_start("imports.check", by) as started, verb("imports.take_in_file", by=by) as act:
        batch = ImportBatch(
            sheet=sheet,
            file=file,
            sent_by=by,
            left_aside="; ".join(table.left_aside)[:LONGEST_LEFT_ASIDE],
        )
        batch.save()
        act.about(batch)
        act.note(rows=len(table.rows))
        ImportRow.objects.bulk_create(
            [ImportRow(batch=batch, number=number, cells=cells) for number, cells in table.rows],
            batch_size=500,
        )
        started.append(batch)
    return batch


def recheck_batch(*, batch: ImportBatch, by: User) -> None:
    """Try the rows out anew, because what stands here has changed since."""
    with (
        _then_start("imports.check", by) as started,
        verb("imports.recheck_batch", by=by, about=batch),
    ):
        lock(batch)
        validate_has_state(batch, *BATCH_VERBS["recheck_batch"])
        batch.checked_at = None
        batch.save()
        ImportedRecord.objects.filter(row__batch=batch).delete()
        batch.rows.update(outcome=RowOutcome.WAITING, messages=[])
        started.append(batch)


def load_batch(*, batch: ImportBatch, by: User) -> None:
    """Record the rows that can be recorded; those to be corrected are left out.

    Each row goes through the verbs of its room. Refuses where there is nothing to record.
    """
    with (
        _then_start("imports.load", by) as started,
        verb("imports.load_batch", by=by, about=batch) as act,
    ):
        lock(batch)
        validate_has_state(batch, *BATCH_VERBS["load_batch"])
        registry = sheet_named(batch.sheet)
        if registry is None or not registry.may(by):
            raise ValidationError(_("Recording rows in this registry is not open to you."))
        ready = batch.rows.filter(outcome=RowOutcome.READY).count()
        if not ready:
            raise ValidationError(_("There is no row that could be recorded."))
        act.note(rows=ready)
        batch.load_asked_at = timezone.now()
        batch.save()
        started.append(batch)


def undo_batch(*, batch: ImportBatch, reason: str, by: User) -> None:
    """Take back what a file recorded; what was changed or used since is kept and named."""
    validate_reason("reason", reason)
    with (
        _then_start("imports.undo", by) as started,
        verb("imports.undo_batch", by=by, about=batch, reason=reason),
    ):
        lock(batch)
        validate_has_state(batch, *BATCH_VERBS["undo_batch"])
        batch.undo_asked_at = timezone.now()
        batch.undo_reason = reason
        batch.save()
        started.append(batch)


@contextmanager
def _then_start(kind: str, by: User) -> Iterator[list[ImportBatch]]:
    """Start the job of the file once the act is written down, and with it or not at all.

    Where the queue works at once, the job must not fall into the act that asked for it.
    """
    started: list[ImportBatch] = []
    with transaction.atomic():
        yield started
        for batch in started:
            job = start_job(kind, by=by, title=str(batch), batch_id=batch.pk)
            ImportBatch.objects.filter(pk=batch.pk).note_job(job)
            batch.refresh_from_db()
