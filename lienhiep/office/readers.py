"""The keys that read documents row by row.

Nobody reads all documents by their role alone, because one stamp of secrecy would then be
read by all of them: each document keeps the keys that open it.
"""

from __future__ import annotations

from typing import Any

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.principals import organisation_key, principals, role_key

OFFICE_READERS = frozenset(role_key(role) for role in STAFF_ROLES - {Role.ADMINISTRATOR})
"""Everybody who works in the Union's office; the administrator opens settings, not records."""

COMPLAINT_READERS = frozenset(
    {role_key(Role.LEADER), role_key(Role.OFFICE_MANAGER), role_key(Role.RECORDS_CLERK)}
)
"""Who reads complaint letters (đơn thư)."""


def organisations_of(user: Any) -> set[int]:
    """Return the organisations for which somebody acts today."""
    mark = organisation_key(0)[:-1]
    return {int(key.removeprefix(mark)) for key in principals(user) if key.startswith(mark)}
