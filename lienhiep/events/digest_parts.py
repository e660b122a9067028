"""Events to come, for those who read by mail."""

from __future__ import annotations

from itertools import chain

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.digest import DigestLine, Window, digest_part
from lienhiep.core.period import Period
from lienhiep.events.addresses import event_url
from lienhiep.events.models import Conference, Course


@digest_part("events", label=_("Events to come"), order=50)
def events_to_come(window: Window, most: int) -> list[DigestLine]:
    """Return the public events that begin in the days to come, the next first."""
    period = Period.between(*window.coming)
    found = chain.from_iterable(
        model.objects.open_to_readers().awaited().filter(postponed_on=None).begun_in(period)[:most]
        for model in (Conference, Course)
    )
    return [
        DigestLine(
            str(event),
            event_url(event),
            timezone.localtime(event.starts_at).strftime("%H:%M %d/%m/%Y"),
        )
        for event in sorted(found, key=lambda event: event.starts_at)[:most]
    ]
