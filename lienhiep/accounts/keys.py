"""The keys that follow from roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lienhiep.core.principals import person_key, role_key


def role_keys(user: Any, on: date) -> Iterator[str]:
    """Yield a key for each role held on the day, and one for the person."""
    for role in user.role_grants.held_on(on).values_list("role", flat=True).distinct().order_by():
        yield role_key(role)
    if user.person_id:
        yield person_key(user.person_id)
