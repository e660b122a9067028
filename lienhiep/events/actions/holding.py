"""Recording that something was held, who was there, and what was concluded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max
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
from lienhiep.directory.models import Person
from lienhiep.events.actions.planning import AnyEvent
from lienhiep.events.choices import EVENT_VERBS, Mode, Place
from lienhiep.events.models import Attendance, Conclusion, Conference, Course
from lienhiep.events.validators import validate_conclusions, validate_present


@dataclass(frozen=True)
class Present:
    """How many people of a group were there, in the room or online."""

    place: str
    audience: str
    number: int


def record_held(
    *,
    event: AnyEvent,
    on: date,
    by: User,
    in_room: int | None = 0,
    online: int | None = 0,
    source: str = "",
    groups: Sequence[Present] = (),
) -> None:
    """Record that an event was held, its last day, and how many people took part.

    `in_room` and `online` are people for whom it was meant; `groups` gives others, or all,
    group by group. Refuses an attendance of nobody, people online where it was held in the
    room only, a day in the future and one before the event began.
    """
    present = [
        Present(Place.ROOM, event.audience, in_room or 0),
        Present(Place.ONLINE, event.audience, online or 0),
        *groups,
    ]
    validate_not_in_future("on", on)
    with verb("events.record_held", by=by, about=event) as act:
        lock(event)
        validate_has_state(event, *EVENT_VERBS["record_held"])
        validate_not_before("on", on, event.starts_on)
        validate_present([(row.place, row.number) for row in present], event.mode)
        event.held_on = on
        event.save()
        for row in present:
            if row.number:
                _put_present(event, row, source)
        act.note(people=sum(row.number for row in present))


def hold_course(
    *,
    course: Course,
    on: date,
    by: User,
    sessions: int,
    in_room: int | None = 0,
    online: int | None = 0,
    certificates: int | None = None,
    source: str = "",
) -> None:
    """Record that a course was held: its last day, the sessions that took place, who came."""
    if sessions < 1:
        raise ValidationError({"sessions": _("A course that was held has at least one session.")})
    with verb("events.hold_course", by=by, about=course):
        record_held(event=course, on=on, in_room=in_room, online=online, source=source, by=by)
        if certificates and certificates > course.attended():
            raise ValidationError(
                {"certificates": _("More certificates than people who took part.")}
            )
        course.sessions = sessions
        course.certificates = certificates
        course.save()


def record_attendance(
    *, event: AnyEvent, place: str, audience: str, number: int, by: User, source: str = ""
) -> None:
    """Record how many people of a group were there, or put another number in its place."""
    with verb("events.record_attendance", by=by, about=event):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["record_attendance"])
        if event.mode not in (place, Mode.BOTH):
            raise ValidationError({"place": _("The event was not held that way.")})
        _put_present(event, Present(place, audience, number), source)


def undo_held(*, event: AnyEvent, reason: str, by: User) -> None:
    """Take back that an event was held, recorded by mistake, with the attendance recorded.

    Refuses while conclusions stand: they were spoken at a conference that was held.
    """
    validate_reason("reason", reason)
    with verb("events.undo_held", by=by, about=event, reason=reason):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["undo_held"])
        if isinstance(event, Conference) and event.conclusions.exists():
            raise ValidationError(
                _("Conclusions of this conference are on record. Remove them first.")
            )
        event.attendance.all().delete()
        event.held_on = None
        if isinstance(event, Course):
            event.certificates = None
        event.save()


def record_conclusions(
    *, conference: Conference, texts: Sequence[str], by: User, speaker: Person | None = None
) -> list[Conclusion]:
    """Record the conclusions of a conference in their order, after those that stand already."""
    kept = validate_conclusions(texts)
    with verb("events.record_conclusions", by=by, about=conference) as act:
        lock(conference)
        validate_has_state(conference, *EVENT_VERBS["record_conclusions"])
        last = conference.conclusions.aggregate(last=Max("number"))["last"] or 0
        made = [
            Conclusion(
                conference=conference,
                number=number,
                text=text,
                speaker=speaker or conference.chair,
            )
            for number, text in enumerate(kept, start=last + 1)
        ]
        for conclusion in made:
            conclusion.full_clean()
            conclusion.save()
        act.note(conclusions=len(made))
    return made


def _put_present(event: AnyEvent, present: Present, source: str) -> None:
    """Write the number of a group, in place of the one that stands."""
    standing = event.attendance.filter(place=present.place, audience=present.audience).first()
    row = standing or Attendance(place=present.place, audience=present.audience)
    if isinstance(event, Conference):
        row.conference = event
    else:
        row.course = event
    row.number = present.number
    row.source = source or row.source
    row.full_clean()
    row.save()
