"""Who received what of the demonstration, who acknowledged it when, and who did not."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from lienhiep.directory.models import Organisation
from lienhiep.office import actions
from lienhiep.office.actions import ReceiptRow

NAME = "Cán bộ đầu mối"
"""Stands for the contact officer of each association; the demonstration invents no names."""

IN_TIME, LATE = 84, 93
"""Of a hundred acknowledgements so many come in time; up to the second number, late."""


class Sendings:
    """The sendings of the past, one after the other, to the members of each day."""

    def __init__(self) -> None:
        self.members: dict[int, list[Organisation]] = {}
        self.place = 0

    def of(self, received_on: date) -> tuple[date | None, list[ReceiptRow]]:
        """Return the day on which a document was forwarded, and what became of it at each."""
        place, self.place = self.place, self.place + 1
        on = received_on + timedelta(days=place % 2)
        if on.year not in self.members:
            self.members[on.year] = actions.member_associations(on)
        members = self.members[on.year]
        rows = [_row(member, on, place, nth) for nth, member in enumerate(members)]
        return (on if rows else None), rows


def _row(member: Organisation, on: date, place: int, nth: int) -> ReceiptRow:
    """Return what became of a sending at one association: mostly in time, some late, some not."""
    chance = (place * 37 + nth * 53 + place * nth * 7) % 100
    if chance >= LATE:
        opened = _moment(on, 2, nth) if chance % 2 else None
        return ReceiptRow(member, opened_at=opened)
    days = chance % 3 if chance < IN_TIME else 4 + chance % 6
    return ReceiptRow(member, acknowledged_at=_moment(on, days, nth), name=NAME)


def _moment(on: date, days: int, nth: int) -> datetime:
    at = time(9 + nth % 8, nth * 7 % 60)
    return timezone.make_aware(datetime.combine(on + timedelta(days=days), at))
