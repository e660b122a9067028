"""Who answers the letters of readers."""

from __future__ import annotations

from typing import Any

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.principals import principals, role_key

ANSWERING = (Role.OFFICE_MANAGER, Role.RECORDS_CLERK, Role.EDITOR, Role.OFFICER)


def may_answer(user: Any) -> bool:
    """Return whether somebody holds a role that answers letters."""
    return bool(principals(user) & {role_key(role) for role in ANSWERING})


def answerers() -> Any:
    """Return the accounts to which a letter can be given."""
    return User.objects.active().holding(*ANSWERING).distinct().order_by("full_name", "pk")
