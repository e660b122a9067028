"""Files tried out, recorded and taken back in the background, in short batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.core.jobs import Step, job, scheduled
from lienhiep.core.reference import value_on
from lienhiep.imports.actions.rows import check_rows, load_rows, undo_rows
from lienhiep.imports.choices import RowOutcome
from lienhiep.imports.models import ImportBatch, ImportRow, SiteImportLine
from lienhiep.imports.reference_codes import KEEP_DAYS
from lienhiep.imports.spreadsheets.sheets import Sheet, sheet_named

DAYS_OF_A_YEAR = 365
"""As long as the file itself, where the office has set no shorter time."""

AT_ONCE = 20
"""Rows in one short transaction: some tenths of a second, so that others can write between."""


@job("imports.check", title=_("Try a spreadsheet out"))
def check(*, cursor: Any, batch_id: int) -> Iterator[Step]:
    """Try the rows of a file out, and say that it was done."""
    batch, sheet, by = _known(batch_id)
    yield from _work(batch, RowOutcome.WAITING, lambda rows: check_rows(sheet, rows, by))
    _mark(batch_id, "checked_at", by)


@job("imports.load", title=_("Record a spreadsheet"))
def load(*, cursor: Any, batch_id: int) -> Iterator[Step]:
    """Record the rows of a file that can be recorded."""
    batch, sheet, by = _known(batch_id)
    yield from _work(batch, RowOutcome.READY, lambda rows: load_rows(sheet, batch, rows, by))
    _mark(batch_id, "loaded_at", by)


@job("imports.undo", title=_("Take a spreadsheet back"))
def undo(*, cursor: Any, batch_id: int) -> Iterator[Step]:
    """Take back what a file recorded, the last row first."""
    batch, sheet, by = _known(batch_id)
    yield from _work(
        batch, RowOutcome.LOADED, lambda rows: undo_rows(sheet, batch, rows, by), order="-number"
    )
    _mark(batch_id, "undone_at", by)


@scheduled("imports.forget_rows", label=_("Forget rows of old spreadsheets"), daily_at="03:20")
def forget_rows() -> None:
    """Empty the rows of files sent in long ago: they hold what people wrote of others.

    What was recorded of them is kept by its own record; which rows there were stays known.
    The same goes for what the report of a former site says of its rows.
    """
    days = value_on(KEEP_DAYS, timezone.localdate(), default=DAYS_OF_A_YEAR)
    old = ImportRow.objects.filter(batch__sent_at__lt=timezone.now() - timedelta(days=days))
    old.exclude(cells={}).update(cells={}, messages=[])
    said = SiteImportLine.objects.filter(run__started_at__lt=timezone.now() - timedelta(days=days))
    said.exclude(words="").update(words="")


def _work(
    batch: ImportBatch,
    outcome: str,
    do: Callable[[list[ImportRow]], None],
    order: str = "number",
) -> Iterator[Step]:
    """Do some rows at a time until none with this outcome is left; a job taken up again goes on."""
    total = batch.rows.count()
    while True:
        waiting = batch.rows.filter(outcome=outcome)
        rows = list(waiting.order_by(order)[:AT_ONCE])
        if not rows:
            return
        do(rows)
        yield Step(done=total - waiting.count(), total=total)


def _known(batch_id: int) -> tuple[ImportBatch, Sheet, User | None]:
    batch = ImportBatch.objects.select_related("sent_by").get(pk=batch_id)
    sheet = sheet_named(batch.sheet)
    if sheet is None:
        raise LookupError(f"No registry is called {batch.sheet}.")
    return batch, sheet, batch.sent_by


def _mark(batch_id: int, field: str, by: User | None) -> None:
    batch = ImportBatch.objects.get(pk=batch_id)
    setattr(batch, field, timezone.now())
    batch.save()
