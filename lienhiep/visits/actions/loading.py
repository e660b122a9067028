"""Visits of many days at once, from the counter of a former site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lienhiep.core.history import record_all, verb
from lienhiep.core.validators import validate_not_in_future
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally
from lienhiep.visits.validators import validate_days_free, validate_number


def load_daily_tallies(
    *, visits: Mapping[date, int], by: Any, kind: TallyKind = TallyKind.PERSON, note: str = ""
) -> list[DailyTally]:
    """Load the visits of days that have no row yet, with one entry in the history.

    Refuses days to come, and any day that has its row: then nothing is loaded.
    """
    with verb("visits.load_daily_tallies", by=by) as act:
        rows = [
            DailyTally(day=day, kind=kind, visits=number, note=note)
            for day, number in sorted(visits.items())
        ]
        for row in rows:
            validate_not_in_future("day", row.day)
            validate_number("visits", row.visits)
        validate_days_free(
            DailyTally.objects.filter(kind=kind, day__in=list(visits)).values_list("day", flat=True)
        )
        made = record_all(rows)
        if made:
            act.about(made[0])
        act.note(days=len(made))
    return made
