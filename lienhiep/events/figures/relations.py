"""What is counted of programmes, delegations, sponsors and charity: H01, H02, H03, H06."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Counted, Summed, figure
from lienhiep.core.period import Period
from lienhiep.events.models import (
    CharityEvent,
    CoordinationProgramme,
    Delegation,
    Sponsorship,
)

RELATIONS = _("Relations, cooperation and resources")


@figure(
    "H01",
    "events.programmes_in_force",
    label=_("Coordination programmes carried out"),
    unit=_("programmes"),
    section=RELATIONS,
    counting_date=_("the last day of the period"),
)
def programmes_in_force(period: Period) -> Counted:
    """Signed coordination programmes in force on the last day of the period."""
    return Counted(queryset=CoordinationProgramme.objects.in_force_on(period.end))


@figure(
    "H01a",
    "events.programmes_signed",
    label=_("Coordination programmes newly signed"),
    unit=_("programmes"),
    section=RELATIONS,
    counting_date=_("the day the programme was signed"),
)
def programmes_signed(period: Period) -> Counted:
    """Coordination programmes signed in the period, ended since or not."""
    return Counted(queryset=CoordinationProgramme.objects.signed_in(period))


@figure(
    "H02",
    "events.delegations",
    label=_("Delegations sent and received"),
    unit=_("delegations"),
    section=RELATIONS,
    counting_date=_("the last day of the visit"),
)
def delegations(period: Period) -> Counted:
    """Delegations sent to others and received from them, by direction."""
    return Counted(queryset=Delegation.objects.travelled_in(period), by="direction")


@figure(
    "H03",
    "events.sponsorship_received",
    label=_("Sponsorship received"),
    unit=_("đồng"),
    section=RELATIONS,
    counting_date=_("the day it was received"),
)
def sponsorship_received(period: Period) -> Summed:
    """Sponsorship received in đồng, in money and in kind; promises do not count."""
    return Summed(
        queryset=Sponsorship.objects.received_in(period), by="kind", amount="amount_received"
    )


@figure(
    "H06",
    "events.charity_done",
    label=_("Charity"),
    unit=_("charity occasions"),
    section=RELATIONS,
    counting_date=_("the day it was done"),
)
def charity_done(period: Period) -> Counted:
    """Occasions on which something was done for others."""
    return Counted(queryset=CharityEvent.objects.done_in(period))


@figure(
    "H06a",
    "events.charity_value",
    label=_("Value of charity"),
    unit=_("đồng"),
    section=RELATIONS,
    counting_date=_("the day it was done"),
)
def charity_value(period: Period) -> Summed:
    """Money and goods given to others, in đồng."""
    return Summed(queryset=CharityEvent.objects.done_in(period), amount="amount")
