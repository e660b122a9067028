"""Words to chain when asking for rows of the counter of visits."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db.models import Q

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period
from lienhiep.visits.choices import TallyKind


class DailyTallyQuerySet(GuardedQuerySet):
    """Balances carried over, and the visits of each day."""

    def openings(self) -> Self:
        """Return the balances carried over that stand, without those that were voided."""
        return self.filter(kind=TallyKind.OPENING, void_reason="")

    def of_people(self) -> Self:
        """Return the visits of people, day by day."""
        return self.filter(kind=TallyKind.PERSON)

    def in_period(self, period: Period) -> Self:
        """Return the rows whose day lies in the period."""
        return self.filter(day__range=(period.start, period.end))

    def making_up_total(self, on: date) -> Self:
        """Return the rows that make up the counter at the end of a day.

        The newest balance carried over by then, and the visits of people on the days after
        it. What was counted up to the day of the balance is in the balance already.
        """
        people = Q(kind=TallyKind.PERSON, day__lte=on)
        newest = self.model._default_manager.openings().filter(day__lte=on).order_by("-day")
        opening = newest.values_list("pk", "day").first()
        if opening is None:
            return self.filter(people)
        pk, day = opening
        return self.filter(Q(pk=pk) | (people & Q(day__gt=day)))
