"""The lists of states and kinds of the e-office. Stored codes never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Direction(models.TextChoices):
    """Whether a document came in or went out."""

    RECEIVED = "received", _("Incoming document")
    ISSUED = "issued", _("Outgoing document")


class DocumentSystem(models.TextChoices):
    """By whose rules a document is written and numbered."""

    STATE = "state", _("State and associations (decree 30/2020/NĐ-CP)")
    PARTY = "party", _("The Party (guidance 36-HD/VPTW)")


class OriginLevel(models.TextChoices):
    """From where a document comes; the order is that of the annual report."""

    PARTY = "party", _("The Party")
    STATE = "state", _("The State")
    PROVINCE = "province", _("The province")
    UNION = "union", _("The Unions of associations")
    OTHER = "other", _("Other bodies")


FORWARDED_LEVELS = (OriginLevel.PARTY, OriginLevel.STATE, OriginLevel.PROVINCE)
"""Whose documents the Union passes on to its member associations, as the report counts them."""


class DocumentUrgency(models.TextChoices):
    """How fast a document is to be carried (mức độ khẩn), in rising order."""

    NORMAL = "normal", pgettext_lazy("office", "Normal")
    URGENT = "urgent", _("Urgent (khẩn)")
    VERY_URGENT = "very_urgent", _("Very urgent (thượng khẩn)")
    EXPRESS = "express", _("Express (hỏa tốc)")


class Secrecy(models.TextChoices):
    """The stamp of secrecy (độ mật). Only a document without one stands in general lists."""

    NONE = "none", _("Not secret")
    SECRET = "secret", _("Secret (mật)")
    TOP_SECRET = "top_secret", _("Top secret (tối mật)")
    UTMOST_SECRET = "utmost_secret", _("Utmost secrecy (tuyệt mật)")


class BookKind(models.TextChoices):
    """What a register is for; secret papers and complaint letters have their own."""

    GENERAL = "general", _("General register")
    SECRET = "secret", _("Register of secret documents")
    COMPLAINTS = "complaints", _("Register of complaint letters")


class BookPeriod(models.TextChoices):
    """When the numbers of a register begin again."""

    YEAR = "year", _("Each year")
    TERM = "term", _("Each term, for every kind of its own (Party)")


class DocumentState(models.TextChoices):
    """Where a document stands, derived from its dates."""

    DRAFT = "draft", _("Draft, waiting for the signature")
    SIGNED = "signed", _("Signed, waiting for its number")
    ISSUED = "issued", pgettext_lazy("office", "Issued")
    REGISTERED = "registered", pgettext_lazy("office", "Registered")
    ASSIGNED = "assigned", pgettext_lazy("office", "Assigned")
    FORWARDED = "forwarded", _("Forwarded to members")
    HANDLED = "handled", pgettext_lazy("office", "Handled")
    CLOSED = "closed", pgettext_lazy("office", "Filed")
    WITHDRAWN = "withdrawn", pgettext_lazy("office", "Recalled")
    VOIDED = "voided", pgettext_lazy("office", "Void")


class DispatchScope(models.TextChoices):
    """To whom a document was passed on."""

    ALL_MEMBERS = "all_members", _("All member associations of the day")
    CHOSEN = "chosen", _("Chosen organisations")


class ReceiptState(models.TextChoices):
    """What became of a sending at one recipient, derived from its moments."""

    SENT = "sent", _("Sent, not opened yet")
    OPENED = "opened", _("Opened, not acknowledged")
    ACKNOWLEDGED = "acknowledged", _("Receipt acknowledged")
    RETURNED = "returned", _("Returned to the office")


class ReviewKind(models.TextChoices):
    """A review midway (sơ kết) or at the end (tổng kết)."""

    MIDWAY = "midway", _("Midway review")
    FINAL = "final", _("Final review")


class ReviewState(models.TextChoices):
    """Where a review stands, derived from its requests and dates."""

    OPEN = "open", _("Opened, nobody asked yet")
    ASKED = "asked", _("Collecting reports")
    CONCLUDED = "concluded", _("Review concluded")


STATE_KINDS = {
    DocumentState.DRAFT: "care",
    DocumentState.SIGNED: "care",
    DocumentState.ISSUED: "good",
    DocumentState.REGISTERED: "care",
    DocumentState.ASSIGNED: "doing",
    DocumentState.FORWARDED: "good",
    DocumentState.HANDLED: "good",
    DocumentState.CLOSED: "neutral",
    DocumentState.WITHDRAWN: "closed",
    DocumentState.VOIDED: "closed",
}
"""How the state of a document is shown; the word always stands beside."""

RECEIPT_KINDS = {
    ReceiptState.SENT: "care",
    ReceiptState.OPENED: "doing",
    ReceiptState.ACKNOWLEDGED: "good",
    ReceiptState.RETURNED: "closed",
}
"""How the state of a receipt is shown."""

REVIEW_KINDS = {
    ReviewState.OPEN: "care",
    ReviewState.ASKED: "doing",
    ReviewState.CONCLUDED: "good",
}
"""How the state of a review is shown."""

STANDING = frozenset(
    {
        DocumentState.ISSUED,
        DocumentState.REGISTERED,
        DocumentState.ASSIGNED,
        DocumentState.FORWARDED,
        DocumentState.HANDLED,
        DocumentState.CLOSED,
    }
)
"""The states of a document that has its number and was not taken back."""

AT_WORK = STANDING - {DocumentState.HANDLED, DocumentState.CLOSED}
UNSIGNED = frozenset({DocumentState.DRAFT})
UNNUMBERED = frozenset({DocumentState.DRAFT, DocumentState.SIGNED})

DOCUMENT_VERBS: dict[str, frozenset[DocumentState]] = {
    "sign_outgoing": UNSIGNED,
    "take_back_signature": frozenset({DocumentState.SIGNED}),
    "issue_outgoing": frozenset({DocumentState.SIGNED}),
    "issue_late": frozenset({DocumentState.SIGNED}),
    "assign_document": AT_WORK,
    "take_back_assignment": AT_WORK,
    "dispatch_document": STANDING,
    "mark_handled": AT_WORK,
    "close_document": STANDING - {DocumentState.CLOSED},
    "reopen_document": frozenset({DocumentState.HANDLED, DocumentState.CLOSED}),
    "publish_document": STANDING,
    "unpublish_document": STANDING,
    "name_readers": STANDING | UNNUMBERED,
    "withdraw_document": STANDING,
    "void_document": STANDING | UNNUMBERED,
    "restore_document": frozenset({DocumentState.WITHDRAWN, DocumentState.VOIDED}),
}
"""The states that admit each verb of a document: asked by the actions and by the buttons."""

RECEIPT_VERBS: dict[str, frozenset[ReceiptState]] = {
    "acknowledge_receipt": frozenset({ReceiptState.SENT, ReceiptState.OPENED}),
    "acknowledge_on_behalf": frozenset({ReceiptState.SENT, ReceiptState.OPENED}),
    "return_receipt": frozenset({ReceiptState.SENT, ReceiptState.OPENED}),
    "reopen_receipt": frozenset({ReceiptState.ACKNOWLEDGED, ReceiptState.RETURNED}),
}
"""The states that admit each verb of a receipt."""

REVIEW_VERBS: dict[str, frozenset[ReviewState]] = {
    "ask_for_reports": frozenset({ReviewState.OPEN, ReviewState.ASKED}),
    "conclude_review": frozenset({ReviewState.OPEN, ReviewState.ASKED}),
    "reopen_review": frozenset({ReviewState.CONCLUDED}),
}
"""The states that admit each verb of a review."""
