"""Who somebody is, as a handful of small keys.

A key names a role ("role:leader"), a person ("person:12"), a user ("user:7"), a seat
("seat:3"), an organisation that one acts for ("org:5"), everyone who is signed in
("signed-in") or everyone at all ("anyone"). A record keeps the keys that may read it;
a reader holds keys; where the two meet, the record is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from lienhiep.core.period import today

ANYONE = "anyone"
SIGNED_IN = "signed-in"

Provider = Callable[[Any, date], Iterable[str]]

_providers: list[Provider] = []


def role_key(code: str) -> str:
    """Return the key that everyone holding a role has."""
    return f"role:{code}"


def user_key(user_id: int) -> str:
    """Return the key of one account."""
    return f"user:{user_id}"


def person_key(person_id: int) -> str:
    """Return the key of one person, who may have an account or not."""
    return f"person:{person_id}"


def organisation_key(organisation_id: int) -> str:
    """Return the key of those who act for an organisation."""
    return f"org:{organisation_id}"


def register_principals(provider: Provider) -> Provider:
    """Add a source of keys: roles from `accounts`, seats from `associations`."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def principals(user: Any, on: date | None = None) -> frozenset[str]:
    """Return the keys that a user holds on a day, today unless said.

    They are worked out once for each user object and day; a request loads its user
    anew, so a role taken away is gone at the next click.
    """
    day = on or today()
    if user is None or not getattr(user, "is_authenticated", False):
        return frozenset({ANYONE})
    if not user.is_active:
        return frozenset({ANYONE})
    cache = user.__dict__.setdefault("_principals", {})
    if day not in cache:
        keys = {ANYONE, SIGNED_IN, user_key(user.pk)}
        for provider in _providers:
            keys.update(provider(user, day))
        cache[day] = frozenset(keys)
    return cache[day]


def forget_principals(user: Any) -> None:
    """Work the keys of this user object out anew when next asked."""
    user.__dict__.pop("_principals", None)
