"""Registration for a conference or a course: opened, filled, closed, and forgotten in time."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.text import fold
from lienhiep.core.validators import validate_has_state, validate_not_in_future
from lienhiep.directory.models import Person
from lienhiep.events.actions.planning import AnyEvent
from lienhiep.events.choices import EVENT_VERBS, EventState, Mode, Place, RegistrationChannel
from lienhiep.events.models import Conference, Registration
from lienhiep.events.notices import REGISTERED, REGISTRATION_WITHDRAWN, tell_registered
from lienhiep.events.validators import validate_free_place, validate_registration_days


def open_registration(
    *, event: AnyEvent, opens_on: date, closes_on: date, by: User, capacity: int | None = None
) -> None:
    """Open registration between two days, for so many people or for as many as come.

    Refuses fewer places than are taken already.
    """
    with verb("events.open_registration", by=by, about=event):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["open_registration"])
        validate_registration_days(opens_on, closes_on, event.starts_at)
        taken = event.places_taken()
        if capacity is not None and capacity < taken:
            raise ValidationError(
                {"capacity": _("%(number)s places are taken already.") % {"number": taken}}
            )
        event.registration_opens_on = opens_on
        event.registration_closes_on = closes_on
        event.capacity = capacity
        event.full_clean()
        event.save()


def close_registration(*, event: AnyEvent, by: User) -> None:
    """Close registration; who is on the list stays, and it may be opened again."""
    with verb("events.close_registration", by=by, about=event):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["close_registration"])
        if event.registration_opens_on is None:
            raise ValidationError(_("Registration was not opened."))
        event.registration_opens_on = event.registration_closes_on = None
        event.save()


def register_attendee(
    *,
    event: AnyEvent,
    by: User | None,
    name: str = "",
    person: Person | None = None,
    organisation_name: str = "",
    email: str = "",
    phone: str = "",
    place: str = Place.ROOM,
    channel: str = RegistrationChannel.TELEPHONE,
    agreed_to: str = "",
) -> Registration:
    """Put somebody's name down for an event.

    From the website only while registration is open and where the person agreed to the use
    of their data; by the office until the event is recorded as held. Refuses whoever is on
    the list already, and one more than there are places.
    """
    with verb("events.register_attendee", by=by) as act:
        lock(event)
        validate_has_state(event, *EVENT_VERBS["register_attendee"])
        if channel == RegistrationChannel.WEBSITE:
            _validate_open_to_website(event, agreed_to)
        validate_free_place(event, event.places_taken())
        registration = Registration(
            person=person,
            name=name,
            organisation_name=organisation_name,
            email=email,
            phone=phone,
            place=place if event.mode == Mode.BOTH else event.mode,
            channel=channel,
            agreed_to=agreed_to,
        )
        if isinstance(event, Conference):
            registration.conference = event
        else:
            registration.course = event
        registration.full_clean()
        _validate_not_registered(event, registration)
        registration.save()
        act.about(registration)
        tell_registered(registration, REGISTERED, by)
    return registration


def withdraw_registration(*, registration: Registration, by: User | None) -> None:
    """Withdraw a registration before the event; the place is free again."""
    with verb("events.withdraw_registration", by=by, about=registration):
        lock(registration)
        if not registration.is_standing:
            raise ValidationError(_("The registration was withdrawn already."))
        if registration.checked_in_on or registration.event.state == EventState.HELD:
            raise ValidationError(_("The event has been held."))
        registration.withdrawn_on = today()
        registration.save()
        tell_registered(registration, REGISTRATION_WITHDRAWN, by)


def restore_registration(*, registration: Registration, by: User) -> None:
    """Let a withdrawn registration stand again, while there are places."""
    with verb("events.restore_registration", by=by, about=registration):
        lock(registration)
        if registration.is_standing:
            raise ValidationError(_("The registration stands."))
        event = registration.event
        lock(event)
        validate_has_state(event, *EVENT_VERBS["register_attendee"])
        validate_free_place(event, event.places_taken())
        registration.withdrawn_on = None
        registration.save()
        tell_registered(registration, REGISTERED, by)


def check_in(*, registration: Registration, on: date, by: User) -> None:
    """Record that somebody who had registered came (điểm danh)."""
    validate_not_in_future("on", on)
    with verb("events.check_in", by=by, about=registration):
        lock(registration)
        if not registration.is_standing:
            raise ValidationError(_("The registration was withdrawn already."))
        if on < registration.event.starts_on:
            raise ValidationError({"on": _("The event had not begun on that day.")})
        registration.checked_in_on = on
        registration.save()


def undo_check_in(*, registration: Registration, by: User) -> None:
    """Take back that somebody came, ticked by mistake."""
    with verb("events.undo_check_in", by=by, about=registration):
        lock(registration)
        registration.checked_in_on = None
        registration.save()


def forget_registration(*, registration: Registration, by: User | None) -> None:
    """Take name, workplace, address and number out of a registration that is over.

    The row stays, so that the number of those who registered is known; a person in the
    directory stays named, because the directory answers for that name.
    """
    with verb("events.forget_registration", by=by, about=registration):
        lock(registration)
        empty_registration(registration)


def empty_registration(registration: Registration) -> None:
    """Take out what was typed about somebody."""
    registration.name = registration.organisation_name = ""
    registration.email = registration.phone = ""
    registration.save()


def _validate_open_to_website(event: AnyEvent, agreed_to: str) -> None:
    if not event.is_public or not event.is_open_for_registration():
        raise ValidationError(_("Registration for this event is closed."))
    if not agreed_to:
        raise ValidationError({"agreed": _("Without your agreement your name cannot be kept.")})


def _validate_not_registered(event: AnyEvent, new: Registration) -> None:
    """Refuse somebody twice: the same person, the same address, or the same name and workplace."""
    for standing in event.registrations.standing():
        if _is_same(standing, new):
            field = "person" if new.person_id else "email" if new.email else "name"
            raise ValidationError({field: _("This participant is on the list already.")})


def _is_same(one: Registration, other: Registration) -> bool:
    if one.person_id is not None and other.person_id is not None:
        return bool(one.person_id == other.person_id)
    if one.email and other.email:
        return one.email.lower() == other.email.lower()
    if not one.name or not other.name:
        return False
    return (fold(one.name), fold(one.organisation_name)) == (
        fold(other.name),
        fold(other.organisation_name),
    )
