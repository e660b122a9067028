"""What a recipient does with a document: opens it, acknowledges it, or sends it back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.office.actions.dispatching import moment_of
from lienhiep.office.choices import RECEIPT_VERBS
from lienhiep.office.models import Receipt
from lienhiep.office.notices import RECEIPT_REOPENED, tell_associations


def note_opening(*, receipt: Receipt, by: User) -> None:
    """Note when somebody of the association opened the document for the first time."""
    if receipt.opened_at is not None:
        return
    with verb("office.note_opening", by=by, about=receipt):
        lock(receipt)
        receipt.opened_at = receipt.opened_at or timezone.now()
        receipt.save()


def acknowledge_receipt(*, receipt: Receipt, by: User) -> None:
    """Acknowledge a document (xác nhận đã nhận), in the name of whoever does it."""
    with verb("office.acknowledge_receipt", by=by, about=receipt):
        _lock_standing(receipt)
        validate_has_state(receipt, *RECEIPT_VERBS["acknowledge_receipt"])
        receipt.acknowledged_at = timezone.now()
        receipt.opened_at = receipt.opened_at or receipt.acknowledged_at
        receipt.acknowledged_by = by
        receipt.acknowledged_name = by.full_name or str(by)
        receipt.save()


def acknowledge_on_behalf(*, receipt: Receipt, on: date, name: str, note: str, by: User) -> None:
    """Record an acknowledgement given by telephone or on paper: whose, when, and how."""
    validate_not_in_future("on", on)
    validate_reason("note", note)
    if not name.strip():
        raise ValidationError({"name": _("Write who acknowledged it.")})
    with verb("office.acknowledge_on_behalf", by=by, about=receipt):
        _lock_standing(receipt)
        validate_has_state(receipt, *RECEIPT_VERBS["acknowledge_on_behalf"])
        validate_not_before("on", on, timezone.localdate(receipt.sent_at))
        receipt.acknowledged_at = max(moment_of(on), receipt.sent_at)
        receipt.acknowledged_by = by
        receipt.acknowledged_name = name.strip()
        receipt.acknowledgement_note = note.strip()
        receipt.save()


def return_receipt(*, receipt: Receipt, reason: str, by: User) -> None:
    """Send a document back to the office, because it is not for the recipient."""
    validate_reason("reason", reason)
    with verb("office.return_receipt", by=by, about=receipt, reason=reason):
        _lock_standing(receipt)
        validate_has_state(receipt, *RECEIPT_VERBS["return_receipt"])
        receipt.returned_on, receipt.return_reason = today(), reason
        receipt.save()


def reopen_receipt(*, receipt: Receipt, reason: str, by: User) -> None:
    """Take back an acknowledgement or a return recorded by mistake; it is owed again."""
    validate_reason("reason", reason)
    with verb("office.reopen_receipt", by=by, about=receipt, reason=reason):
        _lock_standing(receipt)
        validate_has_state(receipt, *RECEIPT_VERBS["reopen_receipt"])
        receipt.acknowledged_at = receipt.acknowledged_by = None
        receipt.acknowledged_name = receipt.acknowledgement_note = ""
        receipt.returned_on, receipt.return_reason = None, ""
        receipt.save()
        tell_associations([receipt], RECEIPT_REOPENED, by)


def _lock_standing(receipt: Receipt) -> None:
    """Hold the line; refuse one whose sending was cancelled."""
    lock(receipt)
    if receipt.dispatch.cancelled_on is not None:
        raise ValidationError(_("The office has cancelled this sending."))
