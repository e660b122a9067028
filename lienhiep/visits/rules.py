"""Who may do what with the counter of visits.

Anyone may read it: the site shows it at its foot. The administrator states the balance
carried over from a former site. What the program counted nobody changes by hand.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.core.principals import ANYONE, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.visits.models import DailyTally

ADMINISTRATORS = frozenset({role_key("administrator")})


class DailyTallyPolicy(RowPolicy):
    """Only balances carried over are stated, corrected and voided; none is deleted."""

    readers_of_all = frozenset({ANYONE})
    verbs = {
        ADD: ADMINISTRATORS,
        CHANGE: ADMINISTRATORS,
        DELETE: frozenset(),
        "void_opening_balance": ADMINISTRATORS,
        "restore_opening_balance": ADMINISTRATORS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb on a balance that stands, and putting back one that is void."""
        if not row.is_opening:
            return False
        return row.is_void == (verb == "restore_opening_balance")


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    register_policy(DailyTally, DailyTallyPolicy)
