"""`lienhiep demo`: the demonstration year, as often as wanted."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand

from lienhiep.core.later import written_later
from lienhiep.demo import (
    advisory,
    associations,
    contests,
    events,
    honours,
    journal,
    news,
    office,
    people,
    reports,
    site,
    visits,
)


class Command(BaseCommand):
    """Load the demonstration; what stands already is left as it is."""

    help = "Load the demonstration year (all names of persons are invented)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.step("Union and site", site.load)
        self.step("accounts, one for each role", people.load)
        self.step("member associations and bodies", associations.load)
        self.step("documents", office.load)
        self.step("journal of 2021, 2022 and this year", journal.load)
        self.step("conferences, courses and partners", events.load)
        self.step("advice, science tasks and projects", advisory.load)
        self.step("contests and awards", contests.load)
        self.step("commendations and honours", honours.load)
        self.step("news", news.load)
        self.step("visits", visits.load)
        self.step("reports", lambda: reports.load(people.account("leader")))

    def step(self, what: str, load: Callable[[], None]) -> None:
        """Do one part and say how long it took."""
        begun = time.monotonic()
        with written_later():
            load()
        self.stdout.write(f"  {what}: {time.monotonic() - begun:.1f} s")
