"""Public events for the calendars of readers."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.models import union_identity
from lienhiep.events.icalendar import CALENDAR_TYPE, written_calendar
from lienhiep.events.models import Conference, Course

KEPT_BEHIND = timedelta(days=90)
"""How long a past event stays in the calendar that readers subscribe to."""

MOST = 500


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Every public event of the last months and to come, cancelled ones marked as such."""
    now = timezone.now()
    events = [
        event
        for model in (Conference, Course)
        for event in model.objects.open_to_readers()
        .filter(starts_at__gte=now - KEPT_BEHIND)
        .select_related("host")
        .order_by("starts_at")[:MOST]
    ]
    events.sort(key=lambda event: (event.starts_at, event.pk))
    union = union_identity()
    name = _("Events of %(union)s") % {"union": union.name if union else ""}
    return HttpResponse(written_calendar(name, events, now), content_type=CALENDAR_TYPE)


@require_safe
def conference(request: HttpRequest, pk: int) -> HttpResponse:
    """One conference, to be put into one's own calendar."""
    return _one(Conference, pk)


@require_safe
def course(request: HttpRequest, pk: int) -> HttpResponse:
    """One course, to be put into one's own calendar."""
    return _one(Course, pk)


def _one(model: type[Conference] | type[Course], pk: int) -> HttpResponse:
    event = get_object_or_404(model.objects.open_to_readers().select_related("host"), pk=pk)
    written = written_calendar(event.title, [event], timezone.now())
    response = HttpResponse(written, content_type=CALENDAR_TYPE)
    response["Content-Disposition"] = f'attachment; filename="su-kien-{pk}.ics"'
    return response
