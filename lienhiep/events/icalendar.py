"""Events as calendars read them: iCalendar (RFC 5545), moments in UTC, text escaped and folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from django.conf import settings

from lienhiep.events.addresses import event_url
from lienhiep.events.choices import EventState
from lienhiep.events.models import Conference
from lienhiep.events.models.event import Event

LONGEST_LINE = 75
"""Bytes in a line before it is folded (RFC 5545, 3.1)."""

CALENDAR_TYPE = "text/calendar; charset=utf-8"

STATUS = {
    EventState.CANCELLED: "CANCELLED",
    EventState.POSTPONED: "TENTATIVE",
}


def written_calendar(name: str, events: Iterable[Event], now: datetime) -> str:
    """Return a calendar with its events, each line ended as the standard asks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lienhiep//Su kien//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
    ]
    for event in events:
        lines += _lines_of(event, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _lines_of(event: Event, now: datetime) -> Iterator[str]:
    kind = "conference" if isinstance(event, Conference) else "course"
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    yield "BEGIN:VEVENT"
    yield f"UID:{kind}-{event.pk}@{host}"
    yield f"DTSTAMP:{in_utc(now)}"
    yield f"DTSTART:{in_utc(event.starts_at)}"
    if event.ends_at is not None:
        yield f"DTEND:{in_utc(event.ends_at)}"
    yield f"SUMMARY:{escaped(event.title)}"
    if where := event.place or (event.mode_label if event.mode == "online" else ""):
        yield f"LOCATION:{escaped(where)}"
    yield f"DESCRIPTION:{escaped(_description(event))}"
    yield f"URL:{urljoin(f'{settings.SITE_URL}/', event_url(event))}"
    yield f"STATUS:{STATUS.get(event.state, 'CONFIRMED')}"
    yield "END:VEVENT"


def _description(event: Event) -> str:
    text = event.programme if isinstance(event, Conference) else event.content
    return "\n".join(filter(None, [f"{event.kind_label}. {event.host}.", text]))


def in_utc(moment: datetime) -> str:
    """Write a moment in UTC, which every calendar turns into its reader's own time."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """Escape what means something to a calendar: backslash, semicolon, comma, new line."""
    found = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return found.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> str:
    """Fold a line that is too long, between letters and never inside one."""
    parts: list[bytes] = [b""]
    for letter in line:
        written = letter.encode()
        # A line that goes on begins with a space, which counts.
        room = LONGEST_LINE - (1 if len(parts) > 1 else 0)
        if len(parts[-1]) + len(written) > room:
            parts.append(b"")
        parts[-1] += written
    return b"\r\n ".join(parts).decode()
