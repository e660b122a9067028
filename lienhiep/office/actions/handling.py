"""What happens to a document in the house: assigned, handled, filed, shown on the site."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.office.choices import DOCUMENT_VERBS
from lienhiep.office.models import OfficialDocument


def assign_document(
    *,
    document: OfficialDocument,
    to: User,
    on: date,
    by: User,
    instruction: str = "",
    coordinating: str = "",
    due_on: date | None = None,
) -> None:
    """Give a document to whoever leads its handling (ý kiến chỉ đạo), until when.

    Assigned once more, it passes to somebody else; the history keeps both.
    """
    validate_not_in_future("on", on)
    validate_not_before("due_on", due_on, on)
    with verb("office.assign_document", by=by, about=document):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["assign_document"])
        validate_not_before("on", on, document.received_on)
        document.assigned_on, document.assigned_to = on, to
        if not document.policy().can_view(to, document):
            raise ValidationError({"to": _("%(who)s may not read this document.") % {"who": to}})
        document.instruction, document.coordinating = instruction, coordinating
        document.due_on = due_on or document.due_on
        document.save()


def take_back_assignment(*, document: OfficialDocument, reason: str, by: User) -> None:
    """Take a document back from whoever was in charge."""
    validate_reason("reason", reason)
    with verb("office.take_back_assignment", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["take_back_assignment"])
        document.assigned_on = document.assigned_to = None
        document.instruction = document.coordinating = ""
        document.save()


def mark_handled(*, document: OfficialDocument, on: date, by: User, outcome: str = "") -> None:
    """Record that what a document asked for is done, and what came of it."""
    validate_not_in_future("on", on)
    with verb("office.mark_handled", by=by, about=document):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["mark_handled"])
        validate_not_before("on", on, document.received_on or document.issued_on)
        document.handled_on, document.outcome = on, outcome
        document.save()


def close_document(*, document: OfficialDocument, on: date, by: User, file_code: str = "") -> None:
    """File a document (lưu hồ sơ) under the code of its file."""
    validate_not_in_future("on", on)
    with verb("office.close_document", by=by, about=document):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["close_document"])
        validate_not_before("on", on, document.received_on or document.issued_on)
        document.closed_on, document.file_code = on, file_code
        document.save()


def reopen_document(*, document: OfficialDocument, reason: str, by: User) -> None:
    """Take back the last step, filing or handling, recorded by mistake or too early."""
    validate_reason("reason", reason)
    with verb("office.reopen_document", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["reopen_document"])
        if document.closed_on is not None:
            document.closed_on, document.file_code = None, ""
        else:
            document.handled_on, document.outcome = None, ""
        document.save()


def publish_document(*, document: OfficialDocument, on: date, by: User) -> None:
    """Put a document on the public site, with its file.

    Refuses a secret document and a complaint letter, and one without a date.
    """
    validate_not_in_future("on", on)
    with verb("office.publish_document", by=by, about=document):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["publish_document"])
        if not document.is_general:
            raise ValidationError(
                _("Secret documents and complaint letters never stand on the site.")
            )
        if document.issued_on is None:
            raise ValidationError(_("Enter the date of the document first."))
        validate_not_before("on", on, document.issued_on)
        document.is_public, document.published_on = True, on
        document.save()


def unpublish_document(*, document: OfficialDocument, reason: str, by: User) -> None:
    """Take a document off the public site."""
    validate_reason("reason", reason)
    with verb("office.unpublish_document", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["unpublish_document"])
        document.is_public, document.published_on = False, None
        document.save()
