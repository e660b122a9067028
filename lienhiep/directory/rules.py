"""Who may do what in the directory.

Units and organisations are public knowledge. Persons are read by the office; their e-mail,
phone and address by those who write to them, their birth by those who keep personnel
papers. The administrator keeps accounts, not records, and holds no right here.
"""

from __future__ import annotations

from typing import Any

from lienhiep.core.principals import ANYONE, person_key, principals, role_key
from lienhiep.core.rules import RowPolicy


def roles(*codes: str) -> frozenset[str]:
    """Return the keys of several roles."""
    return frozenset(map(role_key, codes))


STAFF = roles(
    "leader",
    "office_manager",
    "records_clerk",
    "officer",
    "editor",
    "journal_secretary",
    "contest_organiser",
    "accountant",
)
"""The office without the administrator."""

WRITERS = roles("office_manager", "records_clerk", "officer")
KEEPERS = roles("office_manager", "records_clerk")
CONTACT_READERS = roles("leader", "office_manager", "records_clerk", "officer")
BIRTH_READERS = roles("leader", "office_manager", "records_clerk")

CONTACT_FIELDS = frozenset({"email", "phone", "address", "note"})
BIRTH_FIELDS = frozenset({"birth_date", "birth_year"})


class PersonPolicy(RowPolicy):
    """The office reads persons, everyone reads their own record; private fields by need."""

    readers_of_all = STAFF
    verbs = {
        "add": WRITERS | roles("journal_secretary", "contest_organiser"),
        "change": WRITERS | roles("journal_secretary", "contest_organiser"),
        "delete": KEEPERS,
        "merge": KEEPERS,
        "rename": WRITERS,
    }

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """What was merged into another record is changed there."""
        return row.merged_into_id is None

    def hidden_fields(self, user: Any, row: Any = None) -> frozenset[str]:
        """Hide contact details and birth from those who need neither; nobody's own are hidden."""
        held = principals(user)
        if row is not None and row.pk and person_key(row.pk) in held:
            return frozenset()
        hidden: frozenset[str] = frozenset()
        if not held & CONTACT_READERS:
            hidden |= CONTACT_FIELDS
        if not held & BIRTH_READERS:
            hidden |= BIRTH_FIELDS
        return hidden


class OrganisationPolicy(RowPolicy):
    """Anyone reads organisations, except the office's own note on them."""

    readers_of_all = frozenset({ANYONE})
    verbs = {
        "add": WRITERS | roles("journal_secretary", "contest_organiser"),
        "change": WRITERS | roles("journal_secretary", "contest_organiser"),
        "delete": KEEPERS,
        "merge": KEEPERS,
        "rename": WRITERS,
    }

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """What was merged into another record is changed there."""
        return row.merged_into_id is None

    def hidden_fields(self, user: Any, row: Any = None) -> frozenset[str]:
        """Keep the note to the office."""
        return frozenset() if principals(user) & STAFF else frozenset({"note"})


class GroupPolicy(RowPolicy):
    """The office reads the groups; those who send things keep them."""

    readers_of_all = STAFF
    verbs = {
        "add": WRITERS | roles("journal_secretary"),
        "change": WRITERS | roles("journal_secretary"),
        "delete": KEEPERS,
    }


class UnitPolicy(RowPolicy):
    """Anyone reads administrative units; few change what the law says."""

    readers_of_all = frozenset({ANYONE})
    verbs = {"add": KEEPERS, "change": KEEPERS, "delete": KEEPERS, "record_succession": KEEPERS}


class MergePolicy(RowPolicy):
    """Merges are read and undone by those who may merge."""

    readers_of_all = KEEPERS
    verbs = {"undo": KEEPERS}

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """A merge is undone once."""
        return row.undone_at is None
