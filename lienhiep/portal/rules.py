"""Who may do what with the site's own records."""

from __future__ import annotations

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.portal.models import FormerAddress

KEEPERS = frozenset({role_key(Role.EDITOR), role_key(Role.ADMINISTRATOR)})


class FormerAddressPolicy(RowPolicy):
    """Editors and the administrator say what became of an address."""

    readers_of_all = KEEPERS
    verbs = {ADD: KEEPERS, CHANGE: KEEPERS, DELETE: KEEPERS}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    register_policy(FormerAddress, FormerAddressPolicy)
