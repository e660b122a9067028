"""From files of visits to daily rows: nothing lost, nothing twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from django.db import connection, models, transaction
from django.db.models import F
from django.utils import timezone

from lienhiep.core.period import today
from lienhiep.visits.adding import add_to
from lienhiep.visits.choices import ON_LINE, TallyKind
from lienhiep.visits.models import (
    DailyTally,
    DeviceTally,
    PageTally,
    PageTotal,
    RecentVisitor,
    SegmentCursor,
)
from lienhiep.visits.records import Visit
from lienhiep.visits.segments import Segment, segments, visits_folder
from lienhiep.visits.visitors import throw_away_keys

BATCH = 10_000
"""Visits in one transaction, so that the write lock is held for a moment only."""

WRITTEN_DOWN = "written-down"
"""A row that is written whenever all rows before it must be on the disk itself."""


def roll_up(folder: Path | None = None) -> int:
    """Add what was counted since the last time to the daily rows; return how many visits.

    The rows and the place reached in each file are written in one transaction. A file that
    its process has left and that is read to the end is removed, and then its place.
    """
    folder = folder or visits_folder()
    reached = dict(SegmentCursor.objects.values_list("name", "offset"))
    counted, names = 0, set()
    for segment in segments(folder):
        names.add(segment.name)
        size = segment.size()
        while reached.get(segment.name, 0) < size:
            visits, reached[segment.name] = _take_in(segment)
            counted += visits
        if segment.is_left:
            _bring_rows_to_disk()
            # The file first: a place without a file is harmless, the other way round counts twice.
            segment.path.unlink(missing_ok=True)
            names.discard(segment.name)
    # Other readers of visits keep their places here too, under names of their own.
    if gone := {name for name in reached if ".visits" in name} - names:
        SegmentCursor.objects.filter(name__in=gone).delete()
    if counted:
        throw_away_keys(folder, today())
    return counted


def add_visits(visits: list[Visit]) -> None:
    """Add visits to the rows of their days, pages and devices, and note who is on line.

    To be called inside the transaction that also writes down how far was read: so each visit
    counts once, whenever the process is killed.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("Visits and the place reached are written in one transaction.")
    people = [visit for visit in visits if visit.kind == TallyKind.PERSON]
    by_row = Counter((visit.day, visit.kind) for visit in visits)
    for (day, kind), number in sorted(by_row.items()):
        _add(DailyTally(day=day, kind=kind), number)
    devices = Counter((visit.day, visit.device.value) for visit in people if visit.device)
    add_to(DeviceTally, ["day", "device"], "visits", _rows(devices))
    pages = Counter((visit.page, visit.day) for visit in people if visit.page)
    add_to(PageTally, ["page", "day"], "visits", _rows(pages))
    totals = Counter((visit.page,) for visit in people if visit.page)
    add_to(PageTotal, ["page"], "reads", _rows(totals))
    _note_recent(visits)


@transaction.atomic
def _take_in(segment: Segment) -> tuple[int, int]:
    """Add the next visits of a file; return how many, and the place reached."""
    cursor, _is_new = SegmentCursor.objects.select_for_update().get_or_create(name=segment.name)
    visits, cursor.offset = segment.read(cursor.offset, BATCH)
    add_visits(visits)
    cursor.save()
    return len(visits), cursor.offset


def _rows(counted: Counter) -> list[tuple]:
    return [(*key, number) for key, number in counted.items()]


def _add(row: DailyTally, number: int) -> None:
    """Add to the row of a day; its beginning stands in the history, each addition does not.

    The plain query set, because the model's own refuses what leaves no history.
    """
    plain: models.QuerySet[DailyTally] = models.QuerySet(DailyTally)
    found = plain.filter(day=row.day, kind=row.kind)
    if not found.exists():
        row.save()
    found.update(visits=F("visits") + number)


def _note_recent(visits: list[Visit]) -> None:
    """Note when each reader was last seen, and forget who has not been seen for a while."""
    since = timezone.now() - ON_LINE
    seen = {
        signed(visit.visitor): (visit.moment, visit.kind == TallyKind.BOT)
        for visit in visits
        if visit.moment >= since
    }
    RecentVisitor.objects.filter(seen_at__lt=since).delete()
    RecentVisitor.objects.bulk_create(
        [
            RecentVisitor(visitor=visitor, seen_at=moment, is_bot=is_bot)
            for visitor, (moment, is_bot) in sorted(seen.items())
        ],
        update_conflicts=True,
        unique_fields=["visitor"],
        update_fields=["seen_at", "is_bot"],
        batch_size=300,
    )


def _bring_rows_to_disk() -> None:
    """Bring the rows to the disk itself before the file goes that they were counted from.

    SQLite as we use it writes its log down without waiting for the disk; after a power cut it
    may stand at an earlier moment, whole. One write that waits brings along all before it.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")
    try:
        SegmentCursor.objects.get_or_create(name=WRITTEN_DOWN)
        SegmentCursor.objects.filter(name=WRITTEN_DOWN).update(offset=F("offset") + 1)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")


def signed(number: int) -> int:
    """Return eight bytes as the database holds them, which knows no number without a sign."""
    return number - (1 << 64) if number >= 1 << 63 else number
