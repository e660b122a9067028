"""Since when a session is idle, and how long it may be."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

AT, OF_STAFF = "idle_at", "idle_staff"
"""Names in the session: when somebody last did something, and whether of the back office."""

MINUTE = 60
WRITTEN_EVERY = 15
"""Seconds: what is done more often is not written down each time."""


@receiver(user_logged_in, dispatch_uid="core.idle")
def begin(sender: Any, request: HttpRequest | None, user: Any, **_more: Any) -> None:
    """Begin the clock of a session with signing in."""
    if request is not None:
        request.session[AT] = int(time.time())
        request.session[OF_STAFF] = user.has_perm("wagtailadmin.access_admin")


def longest(request: HttpRequest) -> int:
    """Return for how many seconds this session may be idle; 0 where it never ends so."""
    minutes = (
        settings.IDLE_MINUTES_STAFF
        if request.session.get(OF_STAFF, True)
        else settings.IDLE_MINUTES
    )
    return minutes * MINUTE


def seconds_left(request: HttpRequest, now: float | None = None) -> int | None:
    """Return how many seconds are left to a session if nobody does anything; None for no end."""
    most = longest(request)
    if not most:
        return None
    now = time.time() if now is None else now
    return max(int(request.session.get(AT, now) + most - now), 0)


def note_input(request: HttpRequest, *, ago: int = 0) -> None:
    """Note that a person did something so many seconds ago; never sets the clock back."""
    moment = int(time.time()) - max(ago, 0)
    at = request.session.get(AT)
    if at is None or moment - at >= WRITTEN_EVERY:
        request.session[AT] = moment


def is_over(request: HttpRequest) -> bool:
    """Return whether a session has been idle for too long."""
    return seconds_left(request) == 0
