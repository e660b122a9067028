"""What this room adds to the public page of an organisation: its events and its programmes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.core.page_sections import PageLink, PageSection, adds_to_page
from lienhiep.events.addresses import event_url
from lienhiep.events.models import Conference, CoordinationProgramme, Course

MOST = 8


@adds_to_page("directory.organisation")
def events_of(organisation: Any) -> Iterator[PageSection]:
    """Yield the newest public events that an organisation holds, alone or with others."""
    rows: list[Any] = []
    for model in (Conference, Course):
        public = model.objects.open_to_readers().of_organisation(organisation.pk)
        rows += list(public.filter(cancelled_on=None).order_by("-starts_at")[:MOST])
    newest = sorted(rows, key=lambda event: event.starts_at, reverse=True)[:MOST]
    yield PageSection(
        _("Conferences and courses"),
        links=[
            PageLink(event.title, event_url(event), on=event.starts_on, note=event.kind_label)
            for event in newest
        ],
        order=60,
    )


@adds_to_page("directory.organisation")
def programmes_with(organisation: Any) -> Iterator[PageSection]:
    """Yield the public coordination programmes with an organisation."""
    rows = CoordinationProgramme.objects.open_to_readers().filter(
        partners__organisation=organisation.pk
    )
    yield PageSection(
        _("Coordination with the Union"),
        links=[
            PageLink(programme.title, on=programme.signed_on, note=programme.state_label)
            for programme in rows
        ],
        order=65,
    )
