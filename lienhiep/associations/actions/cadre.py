"""Going through the cadre plans each year, and appointing cadres."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.associations.choices import AppointmentKind
from lienhiep.associations.models import Appointment, CadrePlan, CadreReview, Seat
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Person


def review_plan(*, plan: CadrePlan, on: date, by: User, note: str = "") -> CadreReview:
    """Record that a cadre plan was gone through on a day; its persons count in that year."""
    validate_not_in_future("on", on)
    with verb("associations.review_plan", by=by, about=plan):
        review = CadreReview(plan=plan, on=on, note=note)
        try:
            review.full_clean()
        except ValidationError as refusal:
            raise ValidationError({"on": refusal.messages}) from refusal
        review.save()
    return review


def appoint(
    *,
    person: Person,
    post: str,
    decision: str,
    decided_on: date,
    since: date,
    by: User,
    kind: str = AppointmentKind.APPOINTMENT,
    until: date | None = None,
    seat: Seat | None = None,
) -> Appointment:
    """Record a decision that puts a person into a post; it counts on the day of the decision."""
    with verb("associations.appoint", by=by) as act:
        appointment = Appointment(
            person=person,
            kind=kind,
            post=post,
            decision=decision,
            decided_on=decided_on,
            since=since,
            until=until,
            seat=seat,
        )
        appointment.full_clean()
        appointment.save()
        act.about(appointment)
    return appointment


def revoke_appointment(*, appointment: Appointment, on: date, reason: str, by: User) -> None:
    """Revoke an appointment; it counts nowhere any more."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("associations.revoke_appointment", by=by, about=appointment, reason=reason):
        lock(appointment)
        if appointment.revoked_on is not None:
            raise ValidationError(_("This appointment was revoked already."))
        validate_not_before("on", on, appointment.decided_on)
        appointment.revoked_on = on
        appointment.revoking_reason = reason
        appointment.save()


def restore_appointment(*, appointment: Appointment, reason: str, by: User) -> None:
    """Let an appointment stand again that was revoked by mistake."""
    validate_reason("reason", reason)
    with verb("associations.restore_appointment", by=by, about=appointment, reason=reason):
        lock(appointment)
        if appointment.revoked_on is None:
            raise ValidationError(_("This appointment was not revoked."))
        appointment.revoked_on = None
        appointment.revoking_reason = ""
        appointment.save()
