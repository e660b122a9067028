"""The desk: what somebody who is signed in has registered for."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.events.models import Registration

NEWEST = 50


@login_required
@require_safe
def registrations(request: HttpRequest) -> HttpResponse:
    """List this person's own registrations, the newest first."""
    rows = Registration.objects.none()
    if request.user.person_id is not None:
        rows = Registration.objects.visible_to(request.user).filter(
            person_id=request.user.person_id
        )
    context = {
        "registrations": rows.select_related("conference", "course")[:NEWEST],
        "breadcrumbs": [
            {"label": _("My desk"), "url": reverse("desk:desk")},
            {"label": _("My registrations"), "url": ""},
        ],
    }
    return render(request, "events/desk_registrations.html", context)
