"""Who may do what with documents.

The records clerk registers, gives numbers, sends on and reminds; a leader signs and assigns.
Who reads a document follows from its own keys: the office, those named, the associations to
which it was sent, anyone where it stands on the site.
"""

from __future__ import annotations

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import ANYONE, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE
from lienhiep.office.models import DocumentKind, OfficialDocument, RegisterBook
from lienhiep.office.readers import OFFICE_READERS

CLERKS = frozenset({role_key(Role.RECORDS_CLERK), role_key(Role.OFFICE_MANAGER)})
SIGNERS = frozenset({role_key(Role.LEADER)})


class DocumentPolicy(RowPolicy):
    """Documents: nobody reads all of them by role, each keeps its own keys."""

    verbs = {ADD: CLERKS, CHANGE: CLERKS}


class KindPolicy(RowPolicy):
    """Kinds of document: open to all, kept by the clerk."""

    readers_of_all = frozenset({ANYONE})
    verbs = {ADD: CLERKS, CHANGE: CLERKS}


class BookPolicy(RowPolicy):
    """Registers: read by the office, kept by the clerk."""

    readers_of_all = OFFICE_READERS
    verbs = {ADD: CLERKS, CHANGE: CLERKS}


POLICIES = {
    DocumentKind: KindPolicy,
    OfficialDocument: DocumentPolicy,
    RegisterBook: BookPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
