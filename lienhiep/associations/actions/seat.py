"""Somebody takes a seat, leaves it, or a whole body comes to its end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.associations.choices import SeatLeaving
from lienhiep.associations.models import Body, Position, Seat, Term
from lienhiep.associations.validators import validate_later
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_reason
from lienhiep.directory.models import Person


def fill_seat(
    *,
    person: Person,
    body: Body,
    position: Position,
    since: date,
    by: User,
    term: Term | None = None,
    place: int | None = None,
    other_office: str = "",
    decision: str = "",
) -> Seat:
    """Give a person a position in a body; the rights of the seat begin on its first day.

    Without a term, the one that the body serves on that day is taken, where it has one.
    Refuses a position that is filled, and a day outside the life of the body.
    """
    with verb("associations.fill_seat", by=by) as act:
        lock(body)  # two people who fill one chair do so one after the other
        seat = Seat(
            person=person,
            body=body,
            position=position,
            term=term or Term.serving(body, since),
            since=since,
            place=place,
            other_office=other_office,
            decision=decision,
        )
        seat.full_clean()
        seat.save()
        act.about(seat)
    return seat


def leave_seat(*, seat: Seat, on: date, leaving: str, by: User, note: str = "") -> None:
    """Record from which day on a person no longer holds the seat; its rights end that day."""
    with verb("associations.leave_seat", by=by, about=seat, reason=note):
        lock(seat)
        if seat.until is not None:
            raise ValidationError(_("This seat was left already."))
        validate_later("on", on, seat.since)
        seat.until = on - timedelta(days=1)
        seat.leaving = SeatLeaving(leaving)
        seat.leaving_note = note
        seat.full_clean()
        seat.save()


def return_to_seat(*, seat: Seat, reason: str, by: User) -> None:
    """Take back that a seat was left; refuses where somebody else fills it by now."""
    validate_reason("reason", reason)
    with verb("associations.return_to_seat", by=by, about=seat, reason=reason):
        lock(seat.body)
        lock(seat)
        if seat.until is None:
            raise ValidationError(_("This seat was not left."))
        _reopen(seat)


def dissolve_body(*, body: Body, on: date, reason: str, by: User) -> list[Seat]:
    """End a body from a day on; every seat in it ends with it, and so do their rights."""
    validate_reason("reason", reason)
    with verb("associations.dissolve_body", by=by, about=body, reason=reason) as act:
        lock(body)
        if body.until is not None:
            raise ValidationError(_("This body has ended already."))
        if body.since is not None:
            validate_later("on", on, body.since)
        last = on - timedelta(days=1)
        body.until = last
        body.ending_reason = reason
        body.full_clean()
        body.save()
        ended = end_seats(body.seats.filter(until=None), last, SeatLeaving.BODY_ENDED)
        for seat in ended:
            act.also_about(seat)
    return ended


def restore_body(*, body: Body, reason: str, by: User) -> None:
    """Take back the end of a body that was recorded by mistake, with the seats that it ended."""
    validate_reason("reason", reason)
    with verb("associations.restore_body", by=by, about=body, reason=reason) as act:
        lock(body)
        if body.until is None:
            raise ValidationError(_("This body has not ended."))
        last = body.until
        body.until = None
        body.ending_reason = ""
        body.full_clean()
        body.save()
        for seat in body.seats.filter(until=last, leaving=SeatLeaving.BODY_ENDED):
            seat.body = body
            _reopen(seat)
            act.also_about(seat)


def end_seats(seats: Iterable[Seat], last: date, leaving: str) -> list[Seat]:
    """End some seats on a last day, inside the act of whatever ends them.

    A seat that would begin after that day ends on its own first day.
    """
    ended = []
    for seat in seats:
        seat.until = max(last, seat.since)
        seat.leaving = leaving
        seat.save()
        ended.append(seat)
    return ended


def reopen_seats(seats: Iterable[Seat]) -> list[Seat]:
    """Open seats again that an act ended which is taken back."""
    opened = list(seats)
    for seat in opened:
        _reopen(seat)
    return opened


def _reopen(seat: Seat) -> None:
    seat.until = None
    seat.leaving = seat.leaving_note = ""
    seat.full_clean()
    seat.save()
