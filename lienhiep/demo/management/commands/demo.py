"""`lienhiep demo`: the demonstration year, as often as wanted."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand

from lienhiep.demo import journal, people, reports, site


class Command(BaseCommand):
    """Load the demonstration; what stands already is left as it is."""

    help = "Load the demonstration year (all names of persons are invented)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.step("Union and site", site.load)
        self.step("accounts, one for each role", people.load)
        self.step("journal of 2021, 2022 and this year", journal.load)
        self.step("reports", lambda: reports.load(people.account("leader")))

    def step(self, what: str, load: Callable[[], None]) -> None:
        """Do one part and say how long it took."""
        begun = time.monotonic()
        load()
        self.stdout.write(f"  {what}: {time.monotonic() - begun:.1f} s")
