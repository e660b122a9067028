"""Who may do what with documents.

The records clerk registers, gives numbers, sends on and reminds, as does the office manager;
a leader signs and assigns; officers run reviews. Who reads a document follows from its own
keys: the office, those named, the associations to which it was sent, anyone where it stands
on the site. Whoever acts for an association acknowledges in its name and reports for it.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import ANYONE, organisation_key, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE
from lienhiep.office.choices import (
    DOCUMENT_VERBS,
    RECEIPT_VERBS,
    REVIEW_VERBS,
    BookPeriod,
    Direction,
    DocumentState,
    Secrecy,
)
from lienhiep.office.models import (
    Dispatch,
    DocumentKind,
    OfficialDocument,
    Receipt,
    RegisterBook,
    ResolutionReview,
    ReviewRequest,
)
from lienhiep.office.readers import OFFICE_READERS

MANAGERS = frozenset({role_key(Role.OFFICE_MANAGER)})
CLERKS = MANAGERS | {role_key(Role.RECORDS_CLERK)}
SIGNERS = frozenset({role_key(Role.LEADER)})
ASSIGNERS = SIGNERS | MANAGERS
DRAFTERS = CLERKS | {role_key(Role.OFFICER)}
REVIEWERS = DRAFTERS

OUTGOING_ONLY = frozenset({"sign_outgoing", "take_back_signature", "issue_outgoing", "issue_late"})
INTERNAL = frozenset(
    {
        "book",
        "year",
        "series",
        "register_number",
        "register_suffix",
        "destinations",
        "kept_by",
        "unit_symbol",
        "due_on",
        "note",
        "published_on",
        "registered_by",
        "signed_on",
        "signed_by",
        "assigned_on",
        "assigned_to",
        "coordinating",
        "instruction",
        "forwarded_on",
        "handled_on",
        "outcome",
        "closed_on",
        "file_code",
        "void_reason",
        "received_on",
    }
)
"""What a reader outside the office does not see of a document."""


def acts_for(user: Any, organisation_id: int) -> bool:
    """Return whether somebody acts for an organisation today."""
    return organisation_key(organisation_id) in principals(user)


class DocumentPolicy(RowPolicy):
    """Documents: nobody reads all of them by role, each keeps its own keys."""

    verbs = {
        ADD: DRAFTERS,
        CHANGE: CLERKS,
        "register_incoming": CLERKS,
        "draft_outgoing": DRAFTERS,
        **dict.fromkeys(DOCUMENT_VERBS, CLERKS),
        "sign_outgoing": SIGNERS,
        "take_back_signature": SIGNERS,
        "issue_late": MANAGERS,
        "assign_document": ASSIGNERS,
        "take_back_assignment": ASSIGNERS,
        "mark_handled": OFFICE_READERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the document admits it."""
        if verb == CHANGE:
            return row.state not in (DocumentState.VOIDED, DocumentState.WITHDRAWN)
        if row.state not in DOCUMENT_VERBS.get(verb, frozenset(DocumentState)):
            return False
        match verb:
            case "mark_handled":
                in_charge = row.assigned_to_id is not None and row.assigned_to_id == user.pk
                return in_charge or bool(principals(user) & CLERKS)
            case "take_back_assignment":
                return row.assigned_on is not None
            case "dispatch_document":
                return row.is_general
            case "publish_document":
                return row.is_general and not row.is_public
            case "unpublish_document":
                return bool(row.is_public)
            case "name_readers":
                return row.secrecy != Secrecy.NONE
            case "void_document":
                return row.forwarded_on is None
        return verb not in OUTGOING_ONLY or row.direction == Direction.ISSUED

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep what the office did with a document inside the office."""
        return frozenset() if principals(user) & OFFICE_READERS else INTERNAL


class KindPolicy(RowPolicy):
    """Kinds of document: open to all, kept by the clerk."""

    readers_of_all = frozenset({ANYONE})
    verbs = {ADD: CLERKS, CHANGE: CLERKS}


class BookPolicy(RowPolicy):
    """Registers: read by the office, kept by the clerk."""

    readers_of_all = OFFICE_READERS
    verbs = {ADD: CLERKS, CHANGE: CLERKS, "reserve_numbers": CLERKS, "explain_number": CLERKS}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Reserve numbers of registers that run by the year only."""
        return verb not in ("reserve_numbers", "explain_number") or row.runs_by == BookPeriod.YEAR


class DispatchPolicy(RowPolicy):
    """Sendings: read by the office, made and cancelled by the clerk."""

    readers_of_all = OFFICE_READERS
    verbs = {
        "remind_unread": CLERKS,
        "cancel_dispatch": CLERKS,
        "restore_dispatch": CLERKS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Cancel what stands, restore what was cancelled."""
        return (row.cancelled_on is not None) == (verb == "restore_dispatch")


class ReceiptPolicy(RowPolicy):
    """Receipts: read by the office and by the recipient, who acknowledges."""

    readers_of_all = OFFICE_READERS
    verbs = {
        "acknowledge_on_behalf": CLERKS,
        "return_receipt": CLERKS,
        "reopen_receipt": CLERKS,
    }

    def may(self, user: Any, verb: str, row: models.Model | None = None) -> bool:
        """Let those acknowledge and return who act for the recipient, whatever their role."""
        theirs = verb in ("acknowledge_receipt", "return_receipt")
        if theirs and row is not None and acts_for(user, row.organisation_id):
            return self.row_allows(user, verb, row)
        return super().may(user, verb, row)

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the receipt admits it, and the sending stands."""
        if row.dispatch.cancelled_on is not None:
            return False
        return row.state in RECEIPT_VERBS.get(verb, frozenset())


class ReviewPolicy(RowPolicy):
    """Reviews of resolutions: run by officers, read by the office."""

    readers_of_all = OFFICE_READERS
    verbs = {
        ADD: REVIEWERS,
        CHANGE: REVIEWERS,
        "ask_for_reports": REVIEWERS,
        "conclude_review": REVIEWERS | SIGNERS,
        "reopen_review": CLERKS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the review admits it."""
        if verb == CHANGE:
            return row.concluded_on is None
        return row.state in REVIEW_VERBS.get(verb, frozenset())


class ReviewRequestPolicy(RowPolicy):
    """Reports asked for: read by the office and by whoever is asked."""

    readers_of_all = OFFICE_READERS
    verbs = {
        "record_report": REVIEWERS,
        "take_back_report": REVIEWERS,
        "release_request": REVIEWERS,
        "restore_request": REVIEWERS,
    }

    def may(self, user: Any, verb: str, row: models.Model | None = None) -> bool:
        """Let those report who act for the organisation, whatever their role."""
        if verb == "record_report" and row is not None and acts_for(user, row.organisation_id):
            return self.row_allows(user, verb, row)
        return super().may(user, verb, row)

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Take in what is missing, take back what came, while the review is open."""
        if row.review.concluded_on is not None:
            return False
        if row.released_on is not None:
            return verb == "restore_request"
        return verb != "restore_request" and row.is_received == (verb == "take_back_report")

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Who recorded a report is known in the office."""
        return frozenset() if principals(user) & OFFICE_READERS else frozenset({"recorded_by"})


POLICIES = {
    Dispatch: DispatchPolicy,
    DocumentKind: KindPolicy,
    OfficialDocument: DocumentPolicy,
    Receipt: ReceiptPolicy,
    RegisterBook: BookPolicy,
    ResolutionReview: ReviewPolicy,
    ReviewRequest: ReviewRequestPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
