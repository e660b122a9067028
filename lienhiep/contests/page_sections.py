"""What contests add to the public page of an organisation: the prizes of its entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from lienhiep.contests.addresses import edition_url, entry_url
from lienhiep.contests.models import EditionOrganiser, Prize
from lienhiep.contests.naming import public_bylines
from lienhiep.core.page_sections import PageLink, PageSection, adds_to_page

MOST = 20


@adds_to_page("directory.organisation")
def prizes_of(organisation: Any) -> Iterator[PageSection]:
    """Yield the published prizes of a school or unit, where its entries may name it."""
    rows = list(
        Prize.objects.open_to_readers()
        .filter(entry__unit=organisation)
        .with_names()
        .order_by("-decided_on", "level__position", "pk")[:MOST]
    )
    bylines = public_bylines([prize.entry for prize in rows])
    yield PageSection(
        _("Prizes in contests"),
        links=[
            PageLink(str(prize), entry_url(prize.entry), prize.decided_on, str(prize.edition))
            for prize in rows
            if bylines[prize.entry_id].is_whole
        ],
        order=60,
    )


@adds_to_page("directory.organisation")
def contests_of(organisation: Any) -> Iterator[PageSection]:
    """Yield the editions that an organisation holds or helps, the newest first."""
    rows = (
        EditionOrganiser.objects.filter(
            organisation=organisation, edition__is_public=True, edition__cancelled_on=None
        )
        .select_related("edition__contest")
        .order_by("-edition__deadline")[:MOST]
    )
    yield PageSection(
        _("Contests held"),
        links=[
            PageLink(
                str(row.edition),
                edition_url(row.edition),
                row.edition.opens_on,
                str(row.get_part_display()),
            )
            for row in rows
        ],
        order=70,
    )
