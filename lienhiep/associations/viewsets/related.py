"""The table of seats that stands on the pages of bodies and of members."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from lienhiep.associations.models import Body, Seat
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.related import Table


def table_of_seats(seats: Any, user: Any, heading: str = "") -> Table:
    """Return a table of seats, those whom this reader may see."""
    table = Table(
        heading or _("Who sits here"),
        [_("Person"), _("Position"), _("Body"), _("Since"), _("Until")],
    )
    rows = seats.visible_to(user).select_related("person", "position", "body__organisation")
    for seat in rows.in_order():
        table.add(
            (seat.person, admin_row_url(seat)),
            seat.position,
            (seat.body.name, admin_row_url(seat.body)),
            seat.since,
            seat.until,
        )
    return table


def seats_of_body(body: Body) -> Any:
    """Return all seats of a body, of today and of before."""
    return Seat.objects.filter(body=body)
