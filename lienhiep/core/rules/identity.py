"""Who may say who the Union is."""

from __future__ import annotations

from typing import Any

from lienhiep.core.principals import ANYONE, role_key
from lienhiep.core.rules.policy import RowPolicy

KEEPERS = frozenset({role_key("administrator"), role_key("office_manager")})


SEALED = frozenset({"seal", "leader_signature", "setup_notes"})
"""Neither the pictures with which papers could be forged, nor what is noted beside the work."""


class UnionIdentityPolicy(RowPolicy):
    """The administrator and the office manager set the Union's names and addresses."""

    readers_of_all = frozenset({ANYONE})
    verbs = {"change": KEEPERS, "add": KEEPERS}

    def hidden_fields(self, user: Any, row: Any = None) -> frozenset[str]:
        """Show seal and signature to nobody, and the notes of the first hour on no page."""
        return SEALED

    def may(self, user: Any, verb: str, row: Any = None) -> bool:
        """There is one row: no second can be added, and only its keepers need the screen."""
        if verb == "add" and self.model.objects.exists():
            return False
        if verb == "view" and row is None:
            return super().may(user, "change")
        return super().may(user, verb, row)
