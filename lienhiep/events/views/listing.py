"""The lists of events: what comes, what was, and a month as a calendar."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, Period, local_day, today
from lienhiep.core.structured_lists import collection
from lienhiep.events.addresses import event_url
from lienhiep.events.choices import EventState
from lienhiep.events.forms.looking import PastEventsForm
from lienhiep.events.models import Conference, Course
from lienhiep.events.models.event import Event
from lienhiep.events.querysets import EventQuerySet, first_moment
from lienhiep.events.tables import STATE_KINDS

PER_PAGE = 15
MODELS: tuple[Any, ...] = (Conference, Course)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What comes, the next first; what was, the newest first, narrowed by year and kind."""
    past = _past()
    years = sorted({local_day(begun).year for begun, _place, _pk in _places(past)}, reverse=True)
    form = PastEventsForm(request.GET, years=years)
    asked = form.cleaned_data if form.is_valid() else {}
    places = sorted(_places(_narrowed(past, asked)), reverse=True)
    page = Paginator(places, PER_PAGE).get_page(request.GET.get("page"))
    coming = [] if page.number > 1 else [shown(event) for event in _coming()]
    over = [shown(event) for event in _fetched(page.object_list)]
    context = {
        "coming": coming,
        "past": over,
        "structured": collection(
            name=_("Events"),
            url=request.path,
            items=[(row["event"].title, row["url"]) for row in [*coming, *over]],
        ),
        "page_description": _("Conferences, seminars and courses: what comes and what was."),
        "page_obj": page,
        "form": form,
        "found": len(places),
        "is_narrowed": any(asked.values()),
        "first_page": page.number == 1,
        "month_url": reverse("events:month", args=[today().year, today().month]),
        "breadcrumbs": [{"label": _("Events"), "url": ""}],
    }
    return render(request, "events/index.html", context)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month as a calendar, each event on the days on which it is held."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise Http404
    period = Period.month(year, month)
    by_day: dict[date, list[dict[str, Any]]] = {}
    for event in _within(period):
        for day in _days_of(event, period):
            by_day.setdefault(day, []).append(shown(event))
    weeks = [
        [{"day": day, "inside": day.month == month, "events": by_day.get(day, [])} for day in week]
        for week in calendar.Calendar().monthdatescalendar(year, month)
    ]
    context = {
        "weeks": weeks,
        "today": today(),
        "title": period.label,
        "has_events": bool(by_day),
        "structured": collection(
            name=period.label,
            url=request.path,
            items=dict.fromkeys(
                (row["event"].title, row["url"]) for rows in by_day.values() for row in rows
            ),
        ),
        "before": _month_url(year, month - 1),
        "after": _month_url(year, month + 1),
        "breadcrumbs": [
            {"label": _("Events"), "url": reverse("events:index")},
            {"label": period.label, "url": ""},
        ],
    }
    return render(request, "events/month.html", context)


def shown(event: Event) -> dict[str, Any]:
    """Return what a list shows of an event."""
    state = event.state
    is_plain = state in (EventState.PLANNED, EventState.HELD, EventState.UNRECORDED)
    return {
        "event": event,
        "url": event_url(event),
        "day": event.starts_on,
        "last_day": event.ends_on,
        "state": state,
        "state_kind": "" if is_plain else STATE_KINDS[state],
        "is_open": event.is_open_for_registration(),
    }


def _coming() -> list[Event]:
    """Return what is not over yet, given up or not, and what waits for a new day."""
    moment = first_moment(today())
    found: list[Event] = []
    for model in MODELS:
        rows = model.objects.open_to_readers().filter(held_on=None).with_last_moment()
        rows = rows.filter(
            Q(last_moment__gte=moment) | Q(postponed_on__isnull=False, cancelled_on=None)
        )
        found += list(rows.select_related("host"))
    return sorted(found, key=lambda event: (event.postponed_on is not None, event.starts_at))


def _past() -> list[EventQuerySet]:
    """Return what was held, and what is over; what waits for a new day is to come."""
    moment = first_moment(today())
    return [
        model.objects.open_to_readers()
        .with_last_moment()
        .filter(Q(held_on__isnull=False) | Q(last_moment__lt=moment))
        .exclude(postponed_on__isnull=False, cancelled_on=None)
        for model in MODELS
    ]


def _narrowed(past: list[EventQuerySet], asked: dict[str, Any]) -> list[EventQuerySet]:
    rows = past
    if asked.get("nam"):
        rows = [some.begun_in(Period.year(asked["nam"])) for some in rows]
    if asked.get("loai"):
        rows = [some.filter(kind=asked["loai"]) for some in rows]
    if asked.get("hinh_thuc"):
        rows = [some.filter(mode=asked["hinh_thuc"]) for some in rows]
    return rows


def _places(rows: list[EventQuerySet]) -> list[tuple[datetime, int, int]]:
    """Return when each event began, of which kind of record it is, and its id."""
    return [
        (begun, place, pk)
        for place, some in enumerate(rows)
        for begun, pk in some.values_list("starts_at", "pk")
    ]


def _fetched(places: Any) -> Iterator[Event]:
    """Yield the events of a page in its order, in one query for each kind of record."""
    found: dict[tuple[int, int], Event] = {}
    for place, model in enumerate(MODELS):
        wanted = [pk for _begun, at, pk in places if at == place]
        for event in model.objects.filter(pk__in=wanted).select_related("host"):
            found[place, event.pk] = event
    for _begun, place, pk in places:
        yield found[place, pk]


def _within(period: Period) -> list[Event]:
    start, end = period.datetimes()
    found: list[Event] = []
    for model in MODELS:
        rows = model.objects.open_to_readers().with_last_moment()
        rows = rows.filter(starts_at__lt=end, last_moment__gte=start, postponed_on=None)
        found += list(rows.select_related("host"))
    return sorted(found, key=lambda event: event.starts_at)


def _days_of(event: Event, period: Period) -> Iterator[date]:
    first, last = max(event.starts_on, period.start), min(event.ends_on, period.end)
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(number)


def _month_url(year: int, month: int) -> str:
    moved = year * 12 + month - 1
    there, of_year = divmod(moved, 12)
    if not FIRST_YEAR <= there <= LAST_YEAR:
        return ""
    return reverse("events:month", args=[there, of_year + 1])
