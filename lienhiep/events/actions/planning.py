"""Planning a conference or a course, moving its days, giving it up and taking it up again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation, Person
from lienhiep.events.choices import EVENT_VERBS
from lienhiep.events.models import CoHost, Conference, Course, Teacher
from lienhiep.events.notices import tell_of_cancellation

AnyEvent = Conference | Course


def plan_conference(*, by: User, co_hosts: Iterable[Organisation] = (), **facts: Any) -> Conference:
    """Plan a conference, seminar, discussion or meeting with those who hold it together.

    `facts` are the fields of the record. The day first planned is kept as it was, however
    often the days are moved afterwards.
    """
    with verb("events.plan_conference", by=by) as act:
        conference = Conference(**facts)
        conference.planned_on = conference.starts_on
        conference.full_clean()
        conference.save()
        act.about(conference)
        for organisation in dict.fromkeys(co_hosts):
            CoHost(conference=conference, organisation=organisation).save()
    return conference


def plan_course(*, by: User, teachers: Iterable[tuple[Person, str]] = (), **facts: Any) -> Course:
    """Plan a course with its teachers, each with what they teach."""
    with verb("events.plan_course", by=by) as act:
        course = Course(**facts)
        course.planned_on = course.starts_on
        course.full_clean()
        course.save()
        act.about(course)
        for position, (person, topic) in enumerate(teachers, start=1):
            Teacher(course=course, person=person, topic=topic, position=position).save()
    return course


def set_days(
    *, event: AnyEvent, starts_at: datetime, by: User, ends_at: datetime | None = None
) -> None:
    """Give an event other days; one that was postponed is in preparation again.

    A registration that would stay open beyond the new first day closes on that day.
    """
    with verb("events.set_days", by=by, about=event):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["set_days"])
        event.starts_at, event.ends_at = starts_at, ends_at
        event.postponed_on, event.postponement_reason = None, ""
        opens_on, closes_on = event.registration_opens_on, event.registration_closes_on
        if opens_on and closes_on and closes_on > event.starts_on:
            event.registration_closes_on = event.starts_on
            event.registration_opens_on = min(opens_on, event.starts_on)
        event.full_clean()
        event.save()


def postpone_event(*, event: AnyEvent, on: date, reason: str, by: User) -> None:
    """Postpone an event without a new day yet; registrations stand, nobody new is taken."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("events.postpone_event", by=by, about=event, reason=reason):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["postpone_event"])
        event.postponed_on = on
        event.postponement_reason = reason
        event.save()


def cancel_event(*, event: AnyEvent, on: date, reason: str, by: User) -> None:
    """Cancel an event that was not held (hủy); it stays on record with the reason."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("events.cancel_event", by=by, about=event, reason=reason):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["cancel_event"])
        event.cancelled_on = on
        event.cancel_reason = reason
        event.save()
        tell_of_cancellation(event, by)


def restore_event(*, event: AnyEvent, reason: str, by: User) -> None:
    """Take a cancelled event up again, with the days that it had."""
    validate_reason("reason", reason)
    with verb("events.restore_event", by=by, about=event, reason=reason):
        lock(event)
        validate_has_state(event, *EVENT_VERBS["restore_event"])
        event.cancelled_on = None
        event.cancel_reason = ""
        event.save()
