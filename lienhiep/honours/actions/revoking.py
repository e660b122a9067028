"""Taking an honour away, and giving it back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.honours.choices import HONOUR_VERBS
from lienhiep.honours.models import Honour


def revoke_honour(*, honour: Honour, on: date, reason: str, by: User) -> None:
    """Revoke an honour (hủy bỏ quyết định, thu hồi), such as for a false report.

    It leaves the site and the figures at once; its dates and its number stay.
    """
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("honours.revoke_honour", by=by, about=honour, reason=reason):
        lock(honour)
        validate_has_state(honour, *HONOUR_VERBS["revoke_honour"])
        validate_not_before("on", on, honour.decided_on)
        honour.revoked_on, honour.revocation_reason = on, reason.strip()
        honour.save()


def reinstate(*, honour: Honour, reason: str, by: User) -> None:
    """Give a revoked honour back; it counts by its first dates again.

    Refuses where the same subject has meanwhile received the same honour anew.
    """
    validate_reason("reason", reason)
    with verb("honours.reinstate", by=by, about=honour, reason=reason):
        lock(honour)
        validate_has_state(honour, *HONOUR_VERBS["reinstate"])
        honour.revoked_on, honour.revocation_reason = None, ""
        try:
            honour.validate_constraints()
        except ValidationError as refusal:
            raise ValidationError(refusal.messages) from refusal
        honour.save()
