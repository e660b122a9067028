"""The addresses at which readers open events."""

from __future__ import annotations

from django.urls import reverse

from lienhiep.core.text import slugify
from lienhiep.events.models import Conference, Course
from lienhiep.events.models.event import Event


def event_url(event: Event) -> str:
    """Return the address of a conference or a course."""
    name = "events:course" if isinstance(event, Course) else "events:conference"
    return reverse(name, args=[event.pk, slug_of(event)])


def registration_url(event: Event) -> str:
    """Return the address of the form by which somebody registers."""
    name = "events:register_course" if isinstance(event, Course) else "events:register"
    return reverse(name, args=[event.pk, slug_of(event)])


def slug_of(event: Event) -> str:
    """Return the words of the title as an address has them."""
    return slugify(event.title) or "su-kien"


def conclusion_url(conference: Conference, number: int) -> str:
    """Return the address of one conclusion on the page of its conference."""
    return f"{event_url(conference)}#ket-luan-{number}"
