"""Counting a page that was answered, in a few millionths of a second.

One function for whoever answers: Django, and the layer that answers before Django is entered.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings

from lienhiep.core.period import ZONE
from lienhiep.visits.choices import Device, TallyKind
from lienhiep.visits.records import Visit
from lienhiep.visits.segments import SegmentWriter, visits_folder, writer_of
from lienhiep.visits.visitors import (
    LONGEST_NAME,
    address_of,
    device_of,
    key_of_day,
    kind_of,
    visitor_of,
)

logger = logging.getLogger(__name__)

NOT_FOR_READERS = ("/quan-tri/", "/tai-khoan/", "/ban-lam-viec/", "/vao/")
"""Where people work; the site begins elsewhere."""


@dataclass(frozen=True, slots=True)
class _Day:
    """What stays the same until midnight in Vietnam."""

    begin: float
    end: float
    day: date
    key: bytes
    writer: SegmentWriter


_days: dict[Any, _Day] = {}


def count_answer(environ: Mapping[str, Any], page: int = 0) -> None:
    """Count one page answered to somebody who is not of the staff.

    `page` is its number (`core.counted_pages.page_at`), 0 where it has none. What a browser only
    fetches ahead, and pages on which people work, are no visits. Never raises: a failure to
    count is written down, and never costs the reader the page.
    """
    try:
        if is_fetched_ahead(environ) or environ["PATH_INFO"].startswith(NOT_FOR_READERS):
            return
        now = time.time()
        day = _days.get(settings.DATA_DIR)
        if day is None or not day.begin <= now < day.end:
            day = _begin(now)
        agent = environ.get("HTTP_USER_AGENT", "")[:LONGEST_NAME]
        kind, device = _verdict(agent)
        visitor = visitor_of(address_of(environ), agent, day.key)
        day.writer.add_at(kind, visitor, int(now), day.day, page, device)
    except Exception:
        logger.exception("A visit could not be counted")


def visit_of(*, moment: datetime, address: str, agent: str, page: int = 0) -> Visit:
    """Return the visit that a line of a server's log tells of; the address is kept nowhere."""
    agent = agent[:LONGEST_NAME]
    kind, device = _verdict(agent)
    key = key_of_day(visits_folder(), moment.astimezone(ZONE).date())
    return Visit(moment, kind, visitor_of(address, agent, key), page, device)


def is_fetched_ahead(environ: Mapping[str, Any]) -> bool:
    """Return whether a browser only fetches what its reader may open next."""
    said = environ.get("HTTP_SEC_PURPOSE") or environ.get("HTTP_PURPOSE") or ""
    return bool(said) and ("prefetch" in said or "prerender" in said)


def begin_anew() -> None:
    """Forget what was kept for the day, such as its file; after a change of the folder."""
    _days.clear()


@lru_cache(maxsize=4096)
def _verdict(agent: str) -> tuple[TallyKind, Device | None]:
    return kind_of(agent), device_of(agent)


def _begin(now: float) -> _Day:
    moment = datetime.fromtimestamp(now, ZONE)
    begin = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    end = begin + timedelta(days=1)
    folder = visits_folder()
    writer = writer_of(folder)
    key = key_of_day(folder, moment.date())
    day = _Day(begin.timestamp(), end.timestamp(), moment.date(), key, writer)
    _days.clear()
    _days[settings.DATA_DIR] = day
    return day
