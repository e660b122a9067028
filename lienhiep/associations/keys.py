"""The keys that follow from seats: they come with the seat and end with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lienhiep.associations.models import Membership, Seat
from lienhiep.core.principals import organisation_key
from lienhiep.directory.choices import OrganisationKind


def seat_key(kind: str) -> str:
    """Return the key of those who sit in a kind of body of the Union itself."""
    return f"seat:{kind}"


def seat_keys(user: Any, on: date) -> Iterator[str]:
    """Yield a key for each kind of body of the Union in which somebody sits on the day.

    Officers and contact officers of an association that belongs to the Union on that day
    act for it, by the key of their organisation.
    """
    if not user.person_id:
        return
    held = Seat.objects.held_on(on).of_person(user.person_id)
    acting = set()
    for kind, owner, owner_kind, acts in held.values_list(
        "body__kind",
        "body__organisation",
        "body__organisation__kind",
        "position__acts_for_organisation",
    ):
        if owner_kind == OrganisationKind.OWN_UNION:
            yield seat_key(kind)
        elif acts:
            acting.add(owner)
    if acting:
        belonging = Membership.objects.active_on(on).filter(organisation__in=acting)
        for organisation in belonging.values_list("organisation", flat=True):
            yield organisation_key(organisation)
