"""The numbers that move: who is on line, today, this month, in total."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.core.cache import caches
from django.db.models import Count, Sum
from django.utils import timezone

from lienhiep.core.period import Period, today
from lienhiep.visits.choices import ON_LINE
from lienhiep.visits.models import DailyTally, RecentVisitor

CACHE_KEY = "visits.now"
CACHE_SECONDS = 5


@dataclass(frozen=True)
class NumbersNow:
    """What the block of the counter shows."""

    online: int
    """People."""

    online_bots: int
    today: int
    month: int
    total: int

    def as_json(self) -> dict[str, Any]:
        """Return the numbers as the live endpoint gives them."""
        return asdict(self)


def numbers_now() -> NumbersNow:
    """Return the numbers of this moment; asked of the database every few seconds at most."""
    kept: NumbersNow | None = caches["process"].get(CACHE_KEY)
    if kept is None:
        kept = _counted()
        caches["process"].set(CACHE_KEY, kept, CACHE_SECONDS)
    return kept


def _counted() -> NumbersNow:
    day = today()
    people = DailyTally.objects.of_people()
    seen = RecentVisitor.objects.filter(seen_at__gte=timezone.now() - ON_LINE)
    counted = seen.values("is_bot").annotate(number=Count("pk")).order_by()
    on_line = {False: 0, True: 0} | {row["is_bot"]: row["number"] for row in counted}
    return NumbersNow(
        online=on_line[False],
        online_bots=on_line[True],
        today=_sum(people.filter(day=day)),
        month=_sum(people.in_period(Period.month(day.year, day.month))),
        total=_sum(DailyTally.objects.making_up_total(day)),
    )


def _sum(rows: Any) -> int:
    return rows.aggregate(total=Sum("visits"))["total"] or 0
