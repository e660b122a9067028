"""From files of visits to daily rows: nothing lost, nothing twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from lienhiep.core.period import today
from lienhiep.visits.choices import ON_LINE, TallyKind
from lienhiep.visits.models import DailyTally, RecentVisitor, SegmentCursor
from lienhiep.visits.segments import Segment, Visit, segments, visits_folder
from lienhiep.visits.visitors import throw_away_keys

BATCH = 20_000
"""Visits in one transaction, so that the write lock is held for a moment only."""


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
            # The file first: a place without a file is harmless, the other way round counts twice.
            segment.path.unlink(missing_ok=True)
            names.discard(segment.name)
    if gone := set(reached) - names:
        SegmentCursor.objects.filter(name__in=gone).delete()
    if counted:
        throw_away_keys(folder, today())
    return counted


@transaction.atomic
def _take_in(segment: Segment) -> tuple[int, int]:
    """Add the next visits of a file; return how many, and the place reached."""
    cursor, _is_new = SegmentCursor.objects.select_for_update().get_or_create(name=segment.name)
    visits, cursor.offset = segment.read(cursor.offset, BATCH)
    by_row = Counter((visit.day, visit.kind) for visit in visits)
    for (day, kind), number in sorted(by_row.items()):
        _add(DailyTally(day=day, kind=kind), number)
    _note_recent(visits)
    cursor.save()
    return len(visits), cursor.offset


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
        signed(visit.visitor): visit.moment
        for visit in visits
        if visit.kind == TallyKind.PERSON and visit.moment >= since
    }
    RecentVisitor.objects.filter(seen_at__lt=since).delete()
    RecentVisitor.objects.bulk_create(
        [RecentVisitor(visitor=visitor, seen_at=moment) for visitor, moment in seen.items()],
        update_conflicts=True,
        unique_fields=["visitor"],
        update_fields=["seen_at"],
        batch_size=400,
    )


def signed(number: int) -> int:
    """Return eight bytes as the database holds them, which knows no number without a sign."""
    return number - (1 << 64) if number >= 1 << 63 else number
