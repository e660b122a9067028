"""The demonstration of the room `events`: conferences, courses, partners; all names invented."""

from __future__ import annotations

from django.db import transaction

from lienhiep.demo.events import gatherings, now, relations
from lienhiep.demo.events.conclusions import conclusions_of_2023

__all__ = ["conclusions_of_2023", "load"]


def load() -> None:
    """Load what the years brought; what stands already is left as it is."""
    for part in (gatherings.load, relations.load, now.load):
        with transaction.atomic():
            part()
