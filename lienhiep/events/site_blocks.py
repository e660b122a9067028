"""What this room shows on the front page: what comes next."""

from __future__ import annotations

from itertools import chain

from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import today
from lienhiep.core.site_blocks import SiteBlock, front_block
from lienhiep.events.addresses import event_url
from lienhiep.events.models import Conference, Course

NEXT = 4


@front_block("events.next", label=_("Events: what comes next"), order=60)
def next_events() -> SiteBlock | None:
    """Return the next public events; nothing while none is announced."""
    coming = sorted(
        chain.from_iterable(
            model.objects.open_to_readers().coming_on(today())[:NEXT]
            for model in (Conference, Course)
        ),
        key=lambda event: event.starts_at,
    )[:NEXT]
    if not coming:
        return None
    rows = [
        {"event": event, "url": event_url(event), "is_open": event.is_open_for_registration()}
        for event in coming
    ]
    return SiteBlock("events/includes/front_events.html", {"rows": rows})
