"""What the demonstration's readers read, and on what; made up by a pattern, adding up exactly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from lienhiep.core.counted_pages import page_number
from lienhiep.core.period import today
from lienhiep.news.models import NewsArticle
from lienhiep.visits.choices import Device
from lienhiep.visits.models import DeviceTally, PageTally, PageTotal

ON_PHONES, ON_TABLETS = 61, 5
"""Of a hundred visits; the others were made on computers."""

ARTICLES = 60
DAYS = 30


def load_devices(visits: Mapping[date, int]) -> None:
    """Share the visits of each day out among the kinds of device."""
    rows = []
    for day, number in visits.items():
        phones, tablets = number * ON_PHONES // 100, number * ON_TABLETS // 100
        shares = {
            Device.PHONE: phones,
            Device.TABLET: tablets,
            Device.COMPUTER: number - phones - tablets,
        }
        rows += [DeviceTally(day=day, device=one, visits=share) for one, share in shares.items()]
    DeviceTally.objects.bulk_create(rows, batch_size=300)


def load_reads() -> None:
    """Let the newest articles have been read in the last days, the first of them most."""
    newest = NewsArticle.objects.open_to_readers().order_by("-published_at", "-pk")
    tallies, totals = [], []
    for place, pk in enumerate(newest.values_list("pk", flat=True)[:ARTICLES], start=1):
        page = page_number("news.article", pk)
        of_days = [400 // (place + 2) + (pk * 7 + ago * 5) % 9 for ago in range(DAYS)]
        tallies += [
            PageTally(page=page, day=today() - timedelta(days=ago), visits=number)
            for ago, number in enumerate(of_days)
        ]
        totals.append(PageTotal(page=page, reads=sum(of_days)))
    PageTally.objects.bulk_create(tallies, batch_size=300)
    PageTotal.objects.bulk_create(totals, batch_size=300)
