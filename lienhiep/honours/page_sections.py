"""What commendation adds to the public page of an organisation: what it and its people received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.core.page_sections import PageLink, PageSection, adds_to_page
from lienhiep.honours.addresses import honour_url
from lienhiep.honours.models import Honour
from lienhiep.honours.naming import public_names

NEWEST = 10


@adds_to_page("directory.organisation")
def honours_of_organisation(organisation: Any) -> Iterator[PageSection]:
    """Yield the newest public honours of an organisation and of its people."""
    rows = Honour.objects.of_organisation_and_its_people(organisation).open_to_readers()
    newest = list(rows.with_names().order_by("-decided_on", "pk")[:NEWEST])
    names = public_names(newest)
    yield PageSection(
        heading=_("Honours received"),
        links=[
            PageLink(
                label=f"{honour.form}, {honour.years_label}",
                url=honour_url(honour),
                on=honour.decided_on,
                note="" if honour.organisation_id == organisation.pk else names[honour.pk],
            )
            for honour in newest
        ],
        more_url=f"{reverse('honours:index')}?organisation={organisation.pk}",
        order=60,
    )
