"""What machines read of events. The address of an online room is for those registered only."""

from __future__ import annotations

from typing import Any

from lienhiep.core.structured_data import absolute
from lienhiep.events.addresses import event_url
from lienhiep.events.choices import EventState, Mode
from lienhiep.events.models import Course
from lienhiep.events.models.event import Event

SCHEMA = "https://schema.org/"
MODES = {
    Mode.ROOM: "OfflineEventAttendanceMode",
    Mode.ONLINE: "OnlineEventAttendanceMode",
    Mode.BOTH: "MixedEventAttendanceMode",
}
STATES = {
    EventState.CANCELLED: "EventCancelled",
    EventState.POSTPONED: "EventPostponed",
}


def of_event(event: Event, description: str) -> dict[str, Any]:
    """Return a conference or a course (schema.org Event, EducationEvent)."""
    address = absolute(event_url(event))
    places: list[dict[str, Any]] = []
    if event.mode != Mode.ONLINE:
        places.append({"@type": "Place", "name": event.place, "address": event.place})
    if event.mode != Mode.ROOM:
        places.append({"@type": "VirtualLocation", "url": address})
    return {
        "@type": "EducationEvent" if isinstance(event, Course) else "Event",
        "name": event.title,
        "description": description,
        "url": address,
        "startDate": event.starts_at,
        "endDate": event.ends_at,
        "eventStatus": SCHEMA + STATES.get(event.state, "EventScheduled"),
        "eventAttendanceMode": SCHEMA + MODES[Mode(event.mode)],
        "location": places[0] if len(places) == 1 else places,
        "organizer": {"@type": "Organization", "name": str(event.host)},
        "maximumAttendeeCapacity": event.capacity,
        "inLanguage": "vi",
    }
