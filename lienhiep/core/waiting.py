"""What waits for a person: one list behind the desk, the home page, the badge and the digest.

A room writes, in its `waiting.py`:

    @waits
    def issues_to_publish(user, on):
        for issue in ...:
            yield Waiting(what=..., since=..., due=..., url=..., room="journal", record=issue)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import models
from django.http import HttpRequest

from lienhiep.core.period import today

SOON = 3
"""Days before its date from which a thing is shown as due soon; a habit of screens, no rule."""


class Urgency(StrEnum):
    """How soon something is to be done."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits for somebody.

    `what` says what is to be done, `since` the day from which it waits, `due` the last day
    on which it is in time, `url` where a click leads. `on` is the day of asking.
    """

    what: Any
    since: date
    url: str
    room: str
    due: date | None = None
    record: models.Model | None = None
    on: date | None = None

    @property
    def days_left(self) -> int | None:
        """How many days are left; negative when it is late, None without a date."""
        return (self.due - (self.on or today())).days if self.due else None

    @property
    def days_late(self) -> int:
        """How many days it is late; nothing while it is in time."""
        return max(0, -(self.days_left or 0))

    @property
    def is_late(self) -> bool:
        """Whether the last day is over."""
        return self.urgency == Urgency.LATE

    @property
    def urgency(self) -> Urgency:
        """How soon it is to be done."""
        left = self.days_left
        if left is None:
            return Urgency.UNDATED
        if left < 0:
            return Urgency.LATE
        if left == 0:
            return Urgency.TODAY
        return Urgency.SOON if left <= SOON else Urgency.LATER


Provider = Callable[[Any, date], Iterable[Waiting]]

_providers: list[Provider] = []


def waits(provider: Provider) -> Provider:
    """Add what a room knows to wait for people."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def waiting_for(user: Any, on: date | None = None) -> list[Waiting]:
    """Return what waits for a person on a day: late first, then by date, undated last.

    Among things due on the same day the one that has waited longest stands first.
    """
    if user is None or not getattr(user, "is_authenticated", False):
        return []
    day = on or today()
    found = [replace(item, on=day) for provider in _providers for item in provider(user, day)]
    return sorted(found, key=_order)


def _order(item: Waiting) -> tuple[bool, date, date, str]:
    return (item.due is None, item.due or date.max, item.since, str(item.what))


def waiting_in(request: HttpRequest) -> list[Waiting]:
    """Return what waits for who is asking, worked out once for each request.

    The badge in the menu and the list below it come from here, so they agree.
    """
    if not hasattr(request, "_waiting"):
        request._waiting = waiting_for(request.user)  # type: ignore[attr-defined]
    found: list[Waiting] = request._waiting  # type: ignore[attr-defined]
    return found


def count_waiting(request: HttpRequest) -> int:
    """Return the number for the badge."""
    return len(waiting_in(request))
