"""Breaches: recorded when found, told to the authority and the people, closed with lessons."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models.files import RecordFile
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.privacy.choices import BREACH_VERBS
from lienhiep.privacy.models import Breach


def record_breach(*, by: User, **facts: Any) -> Breach:
    """Write a breach down; its clock runs from the finding."""
    breach = Breach(**facts)
    breach.full_clean(exclude=["tell_by"])
    with verb("privacy.record_breach", by=by) as act:
        breach.save()
        act.about(breach)
    return breach


def tell_authority(
    *,
    breach: Breach,
    at: datetime,
    by: User,
    reference: str = "",
    late_reason: str = "",
    notice: RecordFile | None = None,
) -> None:
    """Record that the authority (A05) was told. After its hours the law wants the reason."""
    _not_in_future("at", at)
    with verb("privacy.tell_authority", by=by, about=breach):
        lock(breach)
        validate_has_state(breach, *BREACH_VERBS["tell_authority"])
        _not_before("at", at, breach.found_at)
        if at > breach.tell_by and not late_reason.strip():
            raise ValidationError(
                {"late_reason": _("The hours are over: write why the notice comes late.")}
            )
        breach.authority_told_at = at
        breach.authority_reference = reference
        breach.late_reason = late_reason
        breach.notice = notice or breach.notice
        breach.save()


def tell_people(*, breach: Breach, at: datetime, how: str, by: User) -> None:
    """Record that those whose data they are were told, and how."""
    _not_in_future("at", at)
    validate_reason("how", how)
    with verb("privacy.tell_people", by=by, about=breach):
        lock(breach)
        validate_has_state(breach, *BREACH_VERBS["tell_people"])
        _not_before("at", at, breach.found_at)
        breach.people_told_at = at
        breach.people_told_how = how
        breach.save()


def close_breach(
    *, breach: Breach, on: date, lessons: str, by: User, not_told_reason: str = ""
) -> None:
    """Close a breach with what was learnt.

    Refuses while the authority does not know, unless it is written why it need not, and
    while cause and measures are not written down.
    """
    validate_not_in_future("on", on)
    validate_reason("lessons", lessons)
    with verb("privacy.close_breach", by=by, about=breach):
        lock(breach)
        validate_has_state(breach, *BREACH_VERBS["close_breach"])
        validate_not_before("on", on, timezone.localtime(breach.found_at).date())
        if not breach.cause.strip() or not breach.measures.strip():
            raise ValidationError(_("Write down the cause and the measures first."))
        if breach.authority_told_at is None and not not_told_reason.strip():
            raise ValidationError(
                {"not_told_reason": _("The authority was not told: write why it need not be.")}
            )
        breach.closed_on = on
        breach.lessons = lessons
        breach.not_told_reason = "" if breach.authority_told_at else not_told_reason
        breach.save()


def reopen_breach(*, breach: Breach, reason: str, by: User) -> None:
    """Open a closed breach again, such as when more people turn out to be concerned."""
    validate_reason("reason", reason)
    with verb("privacy.reopen_breach", by=by, about=breach, reason=reason):
        lock(breach)
        validate_has_state(breach, *BREACH_VERBS["reopen_breach"])
        breach.closed_on = None
        breach.not_told_reason = ""
        breach.save()


def _not_in_future(name: str, at: datetime) -> None:
    if at > timezone.now():
        raise ValidationError({name: _("This lies in the future.")})


def _not_before(name: str, at: datetime, found_at: datetime) -> None:
    if at < found_at:
        raise ValidationError({name: _("This lies before the finding.")})
