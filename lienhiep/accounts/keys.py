"""The keys that follow from roles."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from lienhiep.core.principals import person_key, role_key


def role_keys(user: Any, on: date) -> Iterator[str]:
    """Yield a key for each role held on the day, and one for the person."""
    held = user.role_grants.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
    for role in held.values_list("role", flat=True).distinct():
        yield role_key(role)
    if user.person_id:
        yield person_key(user.person_id)
