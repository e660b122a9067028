"""What a report would stumble over among conferences, courses and programmes."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.period import today
from lienhiep.events.choices import Mode
from lienhiep.events.models import (
    Attendance,
    Conference,
    CoordinationProgramme,
    Course,
)

OWNERS = ((Conference, "conference"), (Course, "course"))


@data_check("events.past_recorded", label=gettext_lazy("Events that are over are recorded"))
def past_recorded() -> Iterator[Finding]:
    """Find events that are over and neither recorded as held, postponed nor cancelled."""
    for model, _name in OWNERS:
        for event in model.objects.unrecorded_on(today()).order_by("starts_at"):
            yield Finding(
                _("“%(event)s” was over on %(day)s and is not recorded as held.")
                % {"event": event, "day": f"{event.ends_on:%d/%m/%Y}"},
                event,
            )


@data_check("events.attendance_known", label=gettext_lazy("What was held has its attendance"))
def attendance_known() -> Iterator[Finding]:
    """Find events held without a number of people present."""
    for model, name in OWNERS:
        present = Attendance.objects.filter(**{name: OuterRef("pk")})
        for event in model.objects.held().filter(~Exists(present)):
            yield Finding(
                _("Nobody was counted at “%(event)s”.") % {"event": event},
                event,
            )


@data_check("events.days_in_order", label=gettext_lazy("Events end after they begin"))
def days_in_order() -> Iterator[Finding]:
    """Find events held before they began, or that end before they begin."""
    for model, _name in OWNERS:
        rows = model.objects.filter(Q(ends_at__lt=F("starts_at")) | Q(held_on__isnull=False))
        for event in rows:
            ends_early = event.ends_at is not None and event.ends_at < event.starts_at
            if ends_early or (event.held_on and event.held_on < event.starts_on):
                yield Finding(
                    _("“%(event)s” was over before it began.") % {"event": event},
                    event,
                )


@data_check("events.place_fits_mode", label=gettext_lazy("Online events name no room"))
def place_fits_mode() -> Iterator[Finding]:
    """Find online events with a place, events in a room without one, and people counted there."""
    for model, _name in OWNERS:
        for event in model.objects.filter(mode=Mode.ONLINE).exclude(place=""):
            yield Finding(
                _("“%(event)s” is held online and names a place.") % {"event": event},
                event,
            )
        for event in model.objects.exclude(mode=Mode.ONLINE).filter(
            place="", held_on__isnull=False
        ):
            yield Finding(
                _("“%(event)s” was held in a room and names no place.") % {"event": event},
                event,
            )


@data_check("events.people_where_it_was", label=gettext_lazy("People are counted where it was"))
def people_where_it_was() -> Iterator[Finding]:
    """Find people counted online at an event held in the room only, or the reverse."""
    rows = Attendance.objects.select_related("conference", "course")
    for row in rows:
        if row.event.mode not in (row.place, Mode.BOTH):
            yield Finding(
                _("“%(event)s” was not held the way in which %(number)s people took part.")
                % {"event": row.event, "number": row.number},
                row,
            )


@data_check("events.programme_papers", label=gettext_lazy("Signed programmes have their text"))
def programme_papers() -> Iterator[Finding]:
    """Find programmes in force without the signed text among the official documents."""
    for programme in CoordinationProgramme.objects.in_force_on(today()).filter(document=None):
        yield Finding(
            _("“%(programme)s” is in force and names no signed text.") % {"programme": programme},
            programme,
        )
