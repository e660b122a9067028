"""What this room says of its records to somebody who searches."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.associations.addresses import association_url, structure_url
from lienhiep.associations.models import Congress, Membership, Seat
from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url


@search_entry(Membership, label=_("Member of the Union"))
def membership_entry(membership: Membership) -> Searchable:
    """Find an association by its names, its field and what it does; never by why it left."""
    organisation = membership.organisation
    return Searchable(
        title=organisation.name,
        body="\n".join(
            filter(
                None,
                [
                    organisation.short_name,
                    str(membership.get_kind_display()),
                    str(membership.get_work_field_display()),
                    membership.purpose,
                ],
            )
        ),
        date=membership.since,
        url=admin_row_url(membership) or "",
        public_url=association_url(membership) if membership.is_public else None,
    )


@search_entry(Congress, label=_("Congress"))
def congress_entry(congress: Congress) -> Searchable:
    """Find a congress by its number, its association and its place."""
    return Searchable(
        title=str(congress),
        body="\n".join(filter(None, [congress.place, congress.resolution])),
        date=congress.held_on or congress.planned_on,
        symbol=congress.resolution,
        url=admin_row_url(congress) or "",
    )


@search_entry(Seat, label=_("Seat in a body"))
def seat_entry(seat: Seat) -> Searchable:
    """Find a person by the position held; readers of the site find those of public bodies."""
    body = seat.body
    public = structure_url() if body.is_public and body.is_of_union else None
    return Searchable(
        title=f"{seat.person}, {seat.position}",
        body="\n".join(filter(None, [str(body), seat.other_office])),
        date=seat.since,
        url=admin_row_url(seat) or "",
        public_url=public,
    )
