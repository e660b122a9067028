"""Who may do what with breaches, the record of processing and retention.

Administrators, leaders and the office manager see all of it and nobody else anything.
"""

from __future__ import annotations

from typing import Any

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.privacy.choices import BREACH_VERBS, BreachState
from lienhiep.privacy.models import Breach, Dossier, RetentionRun

ADMINISTRATORS = frozenset({role_key(Role.ADMINISTRATOR)})
LEADERS = frozenset({role_key(Role.LEADER)})
KEEPERS = ADMINISTRATORS | {role_key(Role.OFFICE_MANAGER)}
"""Who writes the registers."""

READERS = KEEPERS | LEADERS
NOBODY: frozenset[str] = frozenset()


class BreachPolicy(RowPolicy):
    """Breaches: written by those who keep the registers; a leader may tell and close as well."""

    readers_of_all = READERS
    verbs = {
        ADD: READERS,
        CHANGE: KEEPERS,
        DELETE: NOBODY,
        **dict.fromkeys(BREACH_VERBS, READERS),
    }

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """Offer a verb where the state of the breach admits it; a closed one stays."""
        if verb == CHANGE:
            return row.state != BreachState.CLOSED
        if verb == "tell_people" and row.people_told_at is not None:
            return False
        return row.state in BREACH_VERBS.get(verb, frozenset(BreachState))


class DossierPolicy(RowPolicy):
    """Filed records: filed by those who keep the registers; none ever changes."""

    readers_of_all = READERS
    verbs = {ADD: KEEPERS, CHANGE: NOBODY, DELETE: NOBODY}


class RetentionRunPolicy(RowPolicy):
    """Runs of retention: started from the page of what is due."""

    readers_of_all = READERS
    verbs = {"start_retention": KEEPERS, CHANGE: NOBODY, DELETE: NOBODY}


def may_read_registers(user: Any) -> bool:
    """Return whether somebody sees the record of processing and what is due."""
    return bool(principals(user) & READERS)


POLICIES = {Breach: BreachPolicy, Dossier: DossierPolicy, RetentionRun: RetentionRunPolicy}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
