"""The page of one event, and the page of the Union's partners."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from lienhiep.core.period import today
from lienhiep.core.rules import policy_of
from lienhiep.core.structured_lists import collection
from lienhiep.events.addresses import event_url, registration_url
from lienhiep.events.choices import EventState
from lienhiep.events.models import (
    Conference,
    CoordinationProgramme,
    Course,
    Delegation,
    Sponsorship,
)
from lienhiep.events.models.event import Event
from lienhiep.events.structured_data import of_event
from lienhiep.events.tables import STATE_KINDS
from lienhiep.events.trails import steps_of_programme

NEWEST_VISITS = 10
YEARS_OF_SPONSORS = 5

FOR_READERS = {
    EventState.PLANNED: pgettext_lazy("event on the site", "Coming"),
    EventState.UNRECORDED: pgettext_lazy("event on the site", "Over"),
}
"""What readers are told where the office's own word speaks of its work."""


@require_safe
def conference(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a conference: when, where, its programme, and what was concluded."""
    found = get_object_or_404(
        Conference.objects.open_to_readers()
        .select_related("host", "chair", "studied", "body")
        .prefetch_related("co_hosts__organisation", "attendance"),
        pk=pk,
    )
    address = event_url(found)
    if request.path != address:
        return redirect(address, permanent=True)
    context = _event_context(found) | {
        "text": found.programme,
        "text_title": _("Programme of the event"),
        "studied": _open_document(found.studied),
        "conclusions": (
            list(found.conclusions.order_by("number")) if found.shows_conclusions else []
        ),
        "calendar_url": reverse("events:conference_calendar", args=[found.pk]),
    }
    context |= _told(found, found.programme)
    return render(request, "events/event_detail.html", context)


@require_safe
def course(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a course: when, where, who teaches, and what."""
    found = get_object_or_404(
        Course.objects.open_to_readers()
        .select_related("host")
        .prefetch_related("teachers__person", "attendance"),
        pk=pk,
    )
    address = event_url(found)
    if request.path != address:
        return redirect(address, permanent=True)
    context = _event_context(found) | {
        "text": found.content,
        "text_title": _("Content of the course"),
        "is_course": True,
        "calendar_url": reverse("events:course_calendar", args=[found.pk]),
    }
    context |= _told(found, found.content)
    return render(request, "events/event_detail.html", context)


@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """Name those with whom the Union works: programmes in force, sponsors, visits."""
    day = today()
    signed = CoordinationProgramme.objects.open_to_readers().prefetch_related(
        "partners__organisation", "results"
    )
    given = (
        Sponsorship.objects.open_to_readers()
        .filter(received_on__year__gt=day.year - YEARS_OF_SPONSORS)
        .select_related("sponsor")
        .order_by("-received_on", "sponsor__sort_key")
    )
    in_force = list(signed.in_force_on(day))
    sponsors = [
        (year, list(rows)) for year, rows in groupby(given, lambda row: row.received_on.year)
    ]
    visits = list(
        Delegation.objects.filter(is_public=True).select_related("organisation")[:NEWEST_VISITS]
    )
    context = {
        "in_force": [(programme, steps_of_programme(programme)) for programme in in_force],
        "sponsors": sponsors,
        "visits": visits,
        "contents": [
            {"label": label, "url": f"#{place}", "note": number}
            for label, place, number in (
                (_("Coordination programmes in force"), "programmes", len(in_force)),
                (_("Sponsors"), "sponsors", sum(len(rows) for _year, rows in sponsors)),
                (_("Visits and exchange"), "visits", len(visits)),
            )
            if number
        ],
        "structured": collection(
            name=_("Partners of the Union"),
            url=request.path,
            items=[(f"{one.partner_names}: {one.title}", "") for one in in_force],
        ),
        "page_description": _("With whom the Union works: programmes, sponsors, visits."),
        "breadcrumbs": [
            {"label": _("Events"), "url": reverse("events:index")},
            {"label": _("Partners of the Union"), "url": ""},
        ],
    }
    return render(request, "events/partners.html", context)


def _told(event: Event, text: str) -> dict[str, Any]:
    """Return what machines read of an event."""
    about = f"{event.kind_label}. {event.when}. {event.place}"
    return {"structured": of_event(event, text or about), "page_description": about}


def _neighbours(event: Event) -> dict[str, Any]:
    """Return the public events that begin right before and right after one, of either kind."""
    found: dict[str, Any] = {}
    for model in (Conference, Course):
        rows = (
            model.objects.open_to_readers()
            .filter(postponed_on=None)
            .exclude(**({"pk": event.pk} if isinstance(event, model) else {"pk": None}))
        )
        before = rows.filter(starts_at__lte=event.starts_at).order_by("-starts_at", "-pk").first()
        after = rows.filter(starts_at__gt=event.starts_at).order_by("starts_at", "pk").first()
        if before and ("before" not in found or before.starts_at > found["before"].starts_at):
            found["before"] = before
        if after and ("after" not in found or after.starts_at < found["after"].starts_at):
            found["after"] = after
    return {name: {"title": one.title, "url": event_url(one)} for name, one in found.items()}


def _event_context(event: Event) -> dict[str, Any]:
    """Return what the pages of conferences and courses share."""
    state = event.state
    is_open = event.is_open_for_registration()
    left = None
    if event.capacity is not None:
        left = max(event.capacity - event.places_taken(), 0)
    is_ahead = (
        state == EventState.PLANNED
        and event.registration_opens_on is not None
        and event.registration_opens_on > today()
    )
    return {
        "event": event,
        "neighbours": _neighbours(event),
        "index_url": reverse("events:index"),
        "state": state,
        "state_kind": STATE_KINDS[state],
        "state_word": FOR_READERS.get(state, state.label),
        "people": sum(row.number for row in event.attendance.all()),
        "is_open": is_open,
        "is_ahead": is_ahead,
        "left": left,
        "register_url": registration_url(event) if is_open and left != 0 else "",
        "breadcrumbs": [
            {"label": _("Events"), "url": reverse("events:index")},
            {"label": event.title, "url": ""},
        ],
    }


def _open_document(document: Any) -> str:
    """Return the document that was studied, where anyone may read that there is one."""
    if document is None or not policy_of(type(document)).can_view(AnonymousUser(), document):
        return ""
    return str(document)
