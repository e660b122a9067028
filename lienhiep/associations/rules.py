"""Who may do what with members, bodies and seats.

An officer and the office manager keep the records; the leader reads all. An association
reads its own, and anyone what stands on the site: both follow from the keys of the record.
Who sits in the Party cell, and the planning of cadres, are for the leader and the office
manager alone.
"""

from __future__ import annotations

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.associations.models import Body, Membership, Position, Seat, Term
from lienhiep.core.principals import ANYONE, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE

KEEPERS = frozenset({role_key(Role.OFFICER), role_key(Role.OFFICE_MANAGER)})
STAFF = frozenset(role_key(role) for role in STAFF_ROLES)
TRUSTED = frozenset({role_key(Role.LEADER), role_key(Role.OFFICE_MANAGER)})
"""Those who read what is sensitive about persons."""


class AssociationsPolicy(RowPolicy):
    """Staff of the Union read; officers make, change and delete."""

    readers_of_all = STAFF
    verbs = {ADD: KEEPERS, CHANGE: KEEPERS, DELETE: KEEPERS}


class OpenPolicy(AssociationsPolicy):
    """Reference data that everyone may know."""

    readers_of_all = frozenset({ANYONE})


class TrustedPolicy(AssociationsPolicy):
    """Only the leader and the office manager read all; the rest follows from the record."""

    readers_of_all = TRUSTED


POLICIES: dict[type, type[RowPolicy]] = {
    Body: TrustedPolicy,
    Membership: AssociationsPolicy,
    Position: OpenPolicy,
    Seat: TrustedPolicy,
    Term: TrustedPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
