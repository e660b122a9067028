"""What people do in the e-office: one function for each verb.

Whoever calls has asked `rules` first. Each function guards its own business rule, does its
work in one transaction, and leaves one entry in the history that names who did it.
"""

from lienhiep.office.actions.dispatching import (
    ReceiptRow,
    cancel_dispatch,
    dispatch_document,
    load_dispatch,
    member_associations,
    remind_unread,
    restore_dispatch,
)
from lienhiep.office.actions.handling import (
    assign_document,
    close_document,
    mark_handled,
    publish_document,
    reopen_document,
    take_back_assignment,
    unpublish_document,
)
from lienhiep.office.actions.incoming import name_readers, register_incoming
from lienhiep.office.actions.loading import DocumentRow, load_register
from lienhiep.office.actions.numbers import explain_number, reserve_numbers
from lienhiep.office.actions.outgoing import (
    draft_outgoing,
    issue_late,
    issue_outgoing,
    sign_outgoing,
    take_back_signature,
)
from lienhiep.office.actions.receiving import (
    acknowledge_on_behalf,
    acknowledge_receipt,
    note_opening,
    reopen_receipt,
    return_receipt,
)
from lienhiep.office.actions.reviewing import (
    ask_for_reports,
    conclude_review,
    open_review,
    record_report,
    release_request,
    reopen_review,
    restore_request,
    take_back_report,
)
from lienhiep.office.actions.undoing import restore_document, void_document, withdraw_document

__all__ = [
    "DocumentRow",
    "ReceiptRow",
    "acknowledge_on_behalf",
    "acknowledge_receipt",
    "ask_for_reports",
    "assign_document",
    "cancel_dispatch",
    "close_document",
    "conclude_review",
    "dispatch_document",
    "draft_outgoing",
    "explain_number",
    "issue_late",
    "issue_outgoing",
    "load_dispatch",
    "load_register",
    "mark_handled",
    "member_associations",
    "name_readers",
    "note_opening",
    "open_review",
    "publish_document",
    "record_report",
    "register_incoming",
    "release_request",
    "remind_unread",
    "reopen_document",
    "reopen_receipt",
    "reopen_review",
    "reserve_numbers",
    "restore_dispatch",
    "restore_document",
    "restore_request",
    "return_receipt",
    "sign_outgoing",
    "take_back_assignment",
    "take_back_report",
    "take_back_signature",
    "unpublish_document",
    "void_document",
    "withdraw_document",
]
