"""A pause after so many sendings: narrow for one browser, wide for one address."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from lienhiep.core.period import today

SALT = "lienhiep.core.open_forms.flood"


@dataclass(frozen=True)
class Limit:
    """So many sendings in so many seconds."""

    most: int
    seconds: int


@dataclass(frozen=True)
class Limits:
    """What one kind of form admits.

    `of_reader` holds for one browser or account, `of_address` for all that come from one
    address: a school of a thousand pupils sends as many in a lesson as a robot would like to.
    """

    name: str
    of_reader: tuple[Limit, ...]
    of_address: tuple[Limit, ...]

    def admits(self, request: HttpRequest, reader: str, *, about: object = "") -> bool:
        """Count one sending, and return whether it is within the limits.

        `about` counts sendings to one record by themselves. A sending that is refused counts
        too, so that who goes on sending goes on waiting.
        """
        address = _digest(client_address(request))
        counted = [
            _count(f"{self.name}:r:{about}:{reader}", limit) <= limit.most
            for limit in self.of_reader
            if reader
        ]
        counted += [
            _count(f"{self.name}:a:{about}:{address}", limit) <= limit.most
            for limit in self.of_address
        ]
        return all(counted)


def client_address(request: HttpRequest) -> str:
    """Return the address that a request came from; behind our own proxy, what the proxy saw."""
    trusted: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if trusted:
        told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(told) >= trusted and told[-trusted]:
            return told[-trusted]
    return str(request.META.get("REMOTE_ADDR", ""))


def _count(name: str, limit: Limit) -> int:
    """Count one sending in the present span of time, and return how many there were in it."""
    span = int(time.time()) // limit.seconds
    key = f"flood:{name}:{limit.seconds}:{span}"
    cache.add(key, 0, timeout=limit.seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # it ended between the two
        return 1


def _digest(address: str) -> str:
    """Return an address as a word of the day, from which nobody reads it again."""
    return salted_hmac(SALT, f"{today().isoformat()}|{address}").hexdigest()[:24]
