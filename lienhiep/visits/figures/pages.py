"""How often single pages were read, which are read most, and on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Sum

from lienhiep.core.counted_pages import PageLink, links_of
from lienhiep.core.period import Period, today
from lienhiep.visits.choices import Device
from lienhiep.visits.models import DeviceTally, PageTally, PageTotal

SPARE = 3
"""How many times as many pages are looked at as are shown: some may be closed by now."""


@dataclass(frozen=True)
class ReadPage:
    """A line of the most read pages."""

    title: str
    url: str
    reads: int


def reads_of(numbers: Iterable[int]) -> dict[int, int]:
    """Return how often pages were read (lượt xem), by their number; 0 where never.

    `core.counted_pages.page_number` gives the number of a record's page.
    """
    wanted = list(numbers)
    rows = PageTotal.objects.filter(page__in=wanted).values_list("page", "reads")
    return dict.fromkeys(wanted, 0) | dict(rows)


def most_read(most: int, *, days: int | None = None) -> list[ReadPage]:
    """Return the pages read most in the last so many days, today included; else of all time.

    Only pages that readers may open now.
    """
    found = _most_of_all_time(most * SPARE) if days is None else _most_of(days, most * SPARE)
    links: dict[int, PageLink] = links_of(page for page, _reads in found)
    shown = [
        ReadPage(links[page].title, links[page].url, reads)
        for page, reads in found
        if page in links
    ]
    return shown[:most]


def _most_of_all_time(most: int) -> list[tuple[int, int]]:
    rows = PageTotal.objects.order_by("-reads", "page").values_list("page", "reads")
    return list(rows[:most])


def _most_of(days: int, most: int) -> list[tuple[int, int]]:
    since = today() - timedelta(days=days - 1)
    rows = PageTally.objects.filter(day__gte=since).values("page").annotate(reads=Sum("visits"))
    lines = rows.order_by("-reads", "page").values_list("page", "reads")
    return list(lines[:most])


def by_device(period: Period) -> dict[Device, int]:
    """Return the visits of people in a period by the kind of device, the most frequent first."""
    rows = (
        DeviceTally.objects.filter(day__range=(period.start, period.end))
        .values("device")
        .annotate(total=Sum("visits"))
        .order_by("-total", "device")
    )
    return {Device(row["device"]): row["total"] for row in rows}
