"""What waits among conferences, courses and partners: for whom, since when and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.principals import principals
from lienhiep.core.reference import value_on
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.events.models import (
    Conference,
    CoordinationProgramme,
    Course,
    Registration,
    Sponsorship,
)
from lienhiep.events.reference_codes import MINUTES_DAYS, RECORD_DAYS, RENEWAL_DAYS
from lienhiep.events.rules import LEADERS, RECEIVERS, WORKERS

ROOM = "events"
WEEKS_AHEAD = timedelta(days=30)
"""How far ahead a chair is told of a conference; a habit of the screen, no rule."""


@waits
def events_to_record(user: Any, on: date) -> Iterator[Waiting]:
    """Yield conferences and courses that are over and not recorded as held, to officers."""
    if not principals(user, on) & WORKERS:
        return
    days = value_on(RECORD_DAYS, on, default=None)
    for model in (Conference, Course):
        for event in model.objects.visible_to(user).unrecorded_on(on).order_by("starts_at"):
            yield Waiting(
                what=_("Record how many came to “%(event)s”, or cancel it") % {"event": event},
                since=event.ends_on,
                due=event.ends_on + timedelta(days=days) if days else None,
                url=admin_row_url(event) or "",
                room=ROOM,
                record=event,
            )


@waits
def minutes_missing(user: Any, on: date) -> Iterator[Waiting]:
    """Yield conferences held without minutes on file, to officers.

    Nothing waits where the office has set no number of days: then minutes are kept on paper.
    """
    days = value_on(MINUTES_DAYS, on, default=None)
    if days is None or not principals(user, on) & WORKERS:
        return
    missing = Conference.objects.visible_to(user).without_minutes().held_since(on)
    for conference in missing.order_by("held_on"):
        since = conference.held_on or on
        yield Waiting(
            what=_("File the minutes of “%(event)s”") % {"event": conference},
            since=since,
            due=since + timedelta(days=days),
            url=admin_row_url(conference) or "",
            room=ROOM,
            record=conference,
        )


@waits
def days_to_set(user: Any, on: date) -> Iterator[Waiting]:
    """Yield events that were postponed and have no new day yet, to officers."""
    if not principals(user, on) & WORKERS:
        return
    for model in (Conference, Course):
        postponed = model.objects.visible_to(user).awaited().filter(postponed_on__isnull=False)
        for event in postponed.order_by("postponed_on"):
            yield Waiting(
                what=_("Set a new day for “%(event)s”") % {"event": event},
                since=event.postponed_on or on,
                url=admin_row_url(event) or "",
                room=ROOM,
                record=event,
            )


@waits
def programmes_to_renew(user: Any, on: date) -> Iterator[Waiting]:
    """Yield programmes whose last day comes near, to officers."""
    days = value_on(RENEWAL_DAYS, on, default=None)
    if days is None or not principals(user, on) & WORKERS:
        return
    ending = CoordinationProgramme.objects.visible_to(user).ending_between(
        on, on + timedelta(days=days)
    )
    for programme in ending.order_by("valid_until"):
        last = programme.valid_until or on
        yield Waiting(
            what=_("Sum up “%(programme)s” and agree on what follows") % {"programme": programme},
            since=last - timedelta(days=days),
            due=last,
            url=admin_row_url(programme) or "",
            room=ROOM,
            record=programme,
        )


@waits
def programmes_to_sign(user: Any, on: date) -> Iterator[Waiting]:
    """Yield programmes that are being prepared, to the leader."""
    if not principals(user, on) & LEADERS:
        return
    rows = CoordinationProgramme.objects.visible_to(user).filter(signed_on=None)
    for programme in rows.order_by("prepared_since"):
        yield Waiting(
            what=_("Bring “%(programme)s” to its signing") % {"programme": programme},
            since=programme.prepared_since,
            url=admin_row_url(programme) or "",
            room=ROOM,
            record=programme,
        )


@waits
def conferences_to_chair(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the conferences that somebody is to chair in the coming weeks, to that person.

    To a leader also those without a chair, so that one is named in time.
    """
    coming = Conference.objects.coming_on(on).visible_to(user)
    is_leader = bool(principals(user, on) & LEADERS)
    for conference in coming.select_related("host"):
        if conference.starts_on > on + WEEKS_AHEAD:
            break
        is_chair = user.person_id is not None and conference.chair_id == user.person_id
        if is_chair or (is_leader and conference.chair_id is None and _is_our_own(conference)):
            words = _("Chair “%(event)s”") if is_chair else _("Say who chairs “%(event)s”")
            yield Waiting(
                what=words % {"event": conference},
                since=conference.starts_on - WEEKS_AHEAD,
                due=conference.starts_on,
                url=admin_row_url(conference) or "",
                room=ROOM,
                record=conference,
            )


@waits
def sponsorships_to_receive(user: Any, on: date) -> Iterator[Waiting]:
    """Yield promises of sponsors that have not come yet, to the accountant and officers."""
    if not principals(user, on) & RECEIVERS:
        return
    rows = Sponsorship.objects.visible_to(user).outstanding().select_related("sponsor")
    for sponsorship in rows.order_by("promised_on"):
        yield Waiting(
            what=_("Receive the sponsorship of %(sponsorship)s") % {"sponsorship": sponsorship},
            since=sponsorship.promised_on,
            url=admin_row_url(sponsorship) or "",
            room=ROOM,
            record=sponsorship,
        )


@desk_doors
def registrations_desk(user: Any) -> Iterator[Door]:
    """Yield the list of their own registrations to those who are a person on record."""
    if getattr(user, "person_id", None) is not None:
        yield Door(
            label=gettext_lazy("My registrations"),
            about=gettext_lazy("Conferences and courses you have registered for."),
            url=reverse("events:desk"),
        )


def _is_our_own(conference: Conference) -> bool:
    return bool(conference.host.kind == "own_union")


@desk_address(Registration)
def registration_at_desk(registration: Registration, user: Any) -> str:
    """Return the list of one's own registrations."""
    mine = user.person_id and registration.person_id == user.person_id
    return reverse("events:desk") if mine else ""
