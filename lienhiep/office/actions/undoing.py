"""Taking a document out of force, and back; what happened stays in the history."""

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
from lienhiep.office.actions import numbers
from lienhiep.office.choices import DOCUMENT_VERBS, DocumentState
from lienhiep.office.models import OfficialDocument
from lienhiep.office.notices import tell_of_recall


def withdraw_document(*, document: OfficialDocument, on: date, reason: str, by: User) -> None:
    """Recall a document (thu hồi): it was in force until that day, and keeps its number.

    It leaves the site; those who received it see at their desk that it was recalled.
    """
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("office.withdraw_document", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["withdraw_document"])
        validate_not_before("on", on, document.issued_on)
        document.withdrawn_on, document.withdrawal_reason = on, reason
        document.save()
        tell_of_recall(document, by)


def void_document(*, document: OfficialDocument, on: date, reason: str, by: User) -> None:
    """Declare an entry void (hủy số): it was a mistake, and its number is never used again.

    Refuses a document that was forwarded, because others hold it; that is recalled instead.
    """
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("office.void_document", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["void_document"])
        if document.forwarded_on is not None:
            raise ValidationError(
                _("The document was forwarded to associations. Recall it instead.")
            )
        numbers.void(document, reason, by)
        document.voided_on, document.void_reason = on, reason
        document.save()


def restore_document(*, document: OfficialDocument, reason: str, by: User) -> None:
    """Put a document recalled or declared void by mistake back in force, with its number."""
    validate_reason("reason", reason)
    with verb("office.restore_document", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["restore_document"])
        if document.state == DocumentState.VOIDED:
            numbers.restore(document, reason, by)
            document.voided_on, document.void_reason = None, ""
        else:
            document.withdrawn_on, document.withdrawal_reason = None, ""
        document.save()
