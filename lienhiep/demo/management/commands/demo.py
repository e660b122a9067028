"""`lienhiep demo`: the demonstration year, as often as wanted."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand
from django.db import models

from lienhiep.core.later import written_later
from lienhiep.core.search.words import count_words
from lienhiep.demo import (
    advisory,
    associations,
    contests,
    desk,
    events,
    honours,
    journal,
    news,
    office,
    people,
    privacy,
    readers,
    reports,
    site,
    visits,
)

SELDOM = (100_000, 50, 100)
"""How seldom Python looks for lost objects; the many rows of a year are not lost."""


@contextmanager
def constraints_left_to_the_database() -> Iterator[None]:
    """Ask for each constraint once: the database asks it of every row anyway.

    A form asks before, to have the words at the field; the demonstration types nothing, and
    its tests load each part without this.
    """
    asked = models.Model.validate_constraints
    models.Model.validate_constraints = lambda self, exclude=None: None
    try:
        yield
    finally:
        models.Model.validate_constraints = asked


class Command(BaseCommand):
    """Load the demonstration; what stands already is left as it is."""

    help = "Load the demonstration year (all names of persons are invented)."

    def handle(self, *args: Any, **options: Any) -> None:
        usual = gc.get_threshold()
        gc.set_threshold(*SELDOM)
        try:
            self.load()
        finally:
            gc.set_threshold(*usual)

    def load(self) -> None:
        """Do every part, in the order in which they speak of each other."""
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
        self.step("readers, pictures and films", readers.load)
        self.step("personal data", privacy.load)
        self.step("visits", visits.load)
        self.step("notices", desk.load)
        self.step("reports", lambda: reports.load(people.account("leader")))
        count_words()

    def step(self, what: str, load: Callable[[], None]) -> None:
        """Do one part and say how long it took."""
        begun = time.monotonic()
        with written_later(), constraints_left_to_the_database():
            load()
        self.stdout.write(f"  {what}: {time.monotonic() - begun:.1f} s")
