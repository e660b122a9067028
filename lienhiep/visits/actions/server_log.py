"""From the log of the server in front to daily rows: each line once."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from lienhiep.core.period import today
from lienhiep.visits.actions.counting import BATCH, add_visits
from lienhiep.visits.models import SegmentCursor
from lienhiep.visits.segments import visits_folder
from lienhiep.visits.server_log import ServerLog, logs
from lienhiep.visits.visitors import throw_away_keys

PREFIX = "log "


def take_in_log(path: Path) -> int:
    """Count the visits in the server's log since the last time; return how many.

    The rows and the place reached are written in one transaction, so that a process that is
    killed counts nothing twice. A log that is put aside is read to its end under its new name.
    """
    counted, names = 0, set()
    for log in logs(path):
        names.add(log.name)
        while True:
            visits, lines = _take_in(log)
            counted += visits
            if lines < BATCH:
                break
    SegmentCursor.objects.filter(name__startswith=PREFIX).exclude(name__in=names).delete()
    if counted:
        throw_away_keys(visits_folder(), today())
    return counted


@transaction.atomic
def _take_in(log: ServerLog) -> tuple[int, int]:
    cursor, _is_new = SegmentCursor.objects.select_for_update().get_or_create(name=log.name)
    visits, reached, lines = log.read(cursor.offset, BATCH)
    if lines:
        add_visits(visits)
        cursor.offset = reached
        cursor.save(update_fields=["offset"])
    return len(visits), lines
