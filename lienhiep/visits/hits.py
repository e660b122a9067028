"""Counting a page that was answered before Django was entered, in some millionths of a second."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from lienhiep.core.period import ZONE
from lienhiep.visits.middleware import NOT_FOR_READERS
from lienhiep.visits.segments import SegmentWriter, visits_folder, writer_of
from lienhiep.visits.visitors import LONGEST_NAME, key_of_day, kind_of


@dataclass(frozen=True, slots=True)
class _Day:
    """What stays the same until midnight."""

    until: float
    day: date
    key: bytes
    writer: SegmentWriter


class HitCounter:
    """Counts by the rules of `CountVisits`, from what the server says of a request."""

    def __init__(self, trusted_proxies: int = 0, folder: Path | None = None) -> None:
        self.trusted_proxies = trusted_proxies
        self.folder = folder
        self._day: _Day | None = None

    def __call__(self, environ: dict[str, Any], page: int = 0) -> None:
        """Count one page answered to somebody without a session; raises OSError."""
        ahead = environ.get("HTTP_SEC_PURPOSE") or environ.get("HTTP_PURPOSE")
        if ahead and ("prefetch" in ahead or "prerender" in ahead):
            return
        if environ["PATH_INFO"].startswith(NOT_FOR_READERS):
            return
        now = time.time()
        day = self._day
        if day is None or now >= day.until:
            day = self._day = self._begin(now)
        agent = environ.get("HTTP_USER_AGENT", "")[:LONGEST_NAME]
        told = f"{self._address(environ)}\n{agent}".encode()
        visitor = int.from_bytes(hashlib.blake2b(told, key=day.key, digest_size=8).digest())
        day.writer.add_at(kind_of(agent), visitor, int(now), day.day)

    def _address(self, environ: dict[str, Any]) -> str:
        if self.trusted_proxies:
            said = environ.get("HTTP_X_FORWARDED_FOR", "")
            seen = [one.strip() for one in said.split(",") if one]
            if len(seen) >= self.trusted_proxies:
                return seen[-self.trusted_proxies]
        return str(environ.get("REMOTE_ADDR", ""))

    def _begin(self, now: float) -> _Day:
        moment = datetime.fromtimestamp(now, ZONE)
        next_day = moment.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        writer = writer_of(self.folder or visits_folder())
        key = key_of_day(writer.folder, moment.date())
        return _Day(next_day.timestamp(), moment.date(), key, writer)
