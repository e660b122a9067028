"""Who sets the Union up."""

from __future__ import annotations

from typing import Any

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import principals, role_key

ADMINISTRATORS = frozenset({role_key(Role.ADMINISTRATOR)})


def may_set_up(user: Any) -> bool:
    """Whether somebody may set the Union up: the administrator, and nobody without that role."""
    return bool(principals(user) & ADMINISTRATORS)
