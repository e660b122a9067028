"""Who may send in, read, record and take back spreadsheets.

Whoever may add records to a registry may send in a file for it, and reads and undoes their
own. The office manager reads all, because whole registries come in this way.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD
from lienhiep.imports.choices import BATCH_VERBS
from lienhiep.imports.models import ImportBatch, SiteImport
from lienhiep.imports.spreadsheets.sheets import sheet_named, sheets_for

MANAGERS = frozenset({role_key(Role.OFFICE_MANAGER)})
SENDERS = MANAGERS | {
    role_key(role)
    for role in (
        Role.LEADER,
        Role.OFFICER,
        Role.RECORDS_CLERK,
        Role.CONTEST_ORGANISER,
        Role.JOURNAL_SECRETARY,
        Role.EDITOR,
    )
}


class ImportBatchPolicy(RowPolicy):
    """A file is the sender's; what it may bring in follows from the registry's own policy."""

    readers_of_all = MANAGERS
    verbs = {ADD: SENDERS, **dict.fromkeys(BATCH_VERBS, SENDERS)}

    def may(self, user: Any, verb: str, row: models.Model | None = None) -> bool:
        """Offer nothing to whom no registry is open."""
        return super().may(user, verb, row) and (verb != ADD or bool(sheets_for(user)))

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the file and the registry admit it."""
        sheet = sheet_named(row.sheet)
        allowed = sheet is not None and sheet.may(user)
        return allowed and row.state in BATCH_VERBS.get(verb, frozenset())


class SiteImportPolicy(RowPolicy):
    """Runs that bring a former site over: made by the command, read by who looks after things."""

    readers_of_all = frozenset({role_key(Role.ADMINISTRATOR), role_key(Role.OFFICE_MANAGER)})


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    register_policy(ImportBatch, ImportBatchPolicy)
    register_policy(SiteImport, SiteImportPolicy)
