"""An application to join the Union: decided, refused, withdrawn, and each of these taken back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.associations.choices import ADMISSION_VERBS, AdmissionState
from lienhiep.associations.models import Admission, Membership
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)


def admit_member(
    *,
    admission: Admission,
    on: date,
    decision: str,
    by: User,
    decided_by: str = "",
    since: date | None = None,
) -> Membership:
    """Admit the organisation that applied; its membership begins on the day of the decision.

    Refuses while a piece of the dossier is missing, and an organisation that belongs to the
    Union already. Where the decision names another first day, `since` says so.
    """
    validate_not_in_future("on", on)
    with verb("associations.admit_member", by=by, about=admission) as act:
        lock(admission)
        validate_has_state(admission, *ADMISSION_VERBS["admit_member"])
        validate_not_before("on", on, admission.applied_on)
        validate_not_before("since", since, on)
        if admission.missing:
            raise ValidationError(
                _("The dossier still lacks: %(missing)s.") % {"missing": admission.missing}
            )
        membership = Membership(
            organisation=admission.organisation,
            kind=admission.kind,
            work_field=admission.work_field,
            since=since or on,
            admission_decision=_decision_label(decision, on),
        )
        _save_whole(membership)
        act.also_about(membership)
        admission.membership = membership
        admission.decided_on = on
        admission.decision = decision
        admission.decided_by = decided_by
        admission.full_clean()
        admission.save()
    return membership


def refuse_admission(*, admission: Admission, on: date, reason: str, by: User) -> None:
    """Refuse an application; the organisation may apply again."""
    _end(admission, "refuse_admission", on, reason, by)


def withdraw_application(*, admission: Admission, on: date, reason: str, by: User) -> None:
    """Record that the organisation took its application back."""
    _end(admission, "withdraw_application", on, reason, by)


def take_back_decision(*, admission: Admission, reason: str, by: User) -> None:
    """Take back an admission, a refusal or a withdrawal that was recorded by mistake.

    The membership that an admission made is removed with it; the history keeps it. Refuses
    where the organisation has left the Union since, because then the admission was real.
    """
    validate_reason("reason", reason)
    with verb("associations.take_back_decision", by=by, about=admission, reason=reason):
        lock(admission)
        validate_has_state(admission, *ADMISSION_VERBS["take_back_decision"])
        membership = admission.membership
        if membership is not None and membership.until is not None:
            raise ValidationError(
                _("%(who)s has left the Union since, so it had been admitted.")
                % {"who": admission.organisation}
            )
        admission.decided_on = admission.refused_on = admission.withdrawn_on = None
        admission.decision = admission.decided_by = admission.reason = ""
        admission.membership = None
        admission.full_clean()
        admission.save()
        if membership is not None:
            membership.delete()


def _end(admission: Admission, name: str, on: date, reason: str, by: User) -> None:
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb(f"associations.{name}", by=by, about=admission, reason=reason):
        lock(admission)
        validate_has_state(admission, AdmissionState.RECEIVED)
        validate_not_before("on", on, admission.applied_on)
        if name == "refuse_admission":
            admission.refused_on = on
        else:
            admission.withdrawn_on = on
        admission.reason = reason
        admission.save()


def _save_whole(membership: Membership) -> None:
    """Save the membership; what it refuses at fields of its own is said of the application."""
    try:
        membership.full_clean()
    except ValidationError as refusal:
        raise ValidationError(refusal.messages) from refusal
    membership.save()


def _decision_label(decision: str, on: date) -> str:
    """Return the decision as it is cited: "12/QĐ-LHH ngày 05/03/2021"."""
    day = formats.date_format(on, "SHORT_DATE_FORMAT")
    return _("%(symbol)s of %(day)s") % {"symbol": decision, "day": day}
