"""What those who registered for an event are told."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.core.notices import NoticeKind, notice_kind, tell
from lienhiep.events.models import Registration

REGISTERED = notice_kind("events.registered", _("Your registration stands – %(record)s."))
REGISTRATION_WITHDRAWN = notice_kind(
    "events.registration_withdrawn", _("Your registration was withdrawn – %(record)s.")
)
EVENT_CANCELLED = notice_kind(
    "events.event_cancelled",
    _("An event that you registered for is called off – %(record)s."),
    is_urgent=True,
)


def tell_registered(registration: Registration, what: NoticeKind, by: Any) -> None:
    """Tell whoever registered, where they have an account."""
    if registration.person_id is not None:
        _tell([registration.person_id], what, registration.event, by)


def tell_of_cancellation(event: Any, by: Any) -> None:
    """Tell everybody on the list of an event that it is called off."""
    rows = event.registrations.standing().exclude(person=None)
    _tell(rows.order_by().values_list("person", flat=True), EVENT_CANCELLED, event, by)


def _tell(persons: Any, what: NoticeKind, event: Any, by: Any) -> None:
    # The list of one's own registrations is open whatever becomes of the event's page.
    tell(
        recipients=User.objects.of_persons(persons),
        what=what,
        about=event,
        url=reverse("events:desk"),
        by=by,
    )
