"""Congresses held, due and overdue, and the Party cell: B07 and B10."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import BodyKind
from lienhiep.associations.figures.sections import LAST_DAY, ORGANISATION
from lienhiep.associations.models import Body, Congress, Term
from lienhiep.core.figures import Counted, figure
from lienhiep.core.period import Period

FIRST_DAY_HELD = _("the first day of the congress")
CONGRESSES = _("congresses held")


def terms_due(period: Period) -> Counted:
    """Terms of member associations that fall due in the period and had not ended before it."""
    terms = Term.objects.still_due_in(period)
    return Counted(queryset=terms.of_member_associations(period.end))


@figure(
    "B07",
    "associations.congresses_held",
    label=_("Congresses held by member associations"),
    unit=CONGRESSES,
    section=ORGANISATION,
    counting_date=FIRST_DAY_HELD,
    plan=terms_due,
)
def congresses_held(period: Period) -> Counted:
    """Congresses of the term that member associations held in the period, by form."""
    congresses = Congress.objects.held_in(period).of_terms()
    return Counted(queryset=congresses.of_member_associations(), by="mode")


@figure(
    "B07a",
    "associations.congresses_due",
    label=_("Congresses of member associations due"),
    unit=_("terms due"),
    section=ORGANISATION,
    counting_date=_("the due day of the term"),
)
def congresses_due(period: Period) -> Counted:
    """Terms of member associations that fall due in the period, held in it or not."""
    return terms_due(period)


@figure(
    "B07b",
    "associations.congresses_overdue",
    label=_("Congresses of member associations overdue"),
    unit=_("terms due"),
    section=ORGANISATION,
    counting_date=LAST_DAY,
)
def congresses_overdue(period: Period) -> Counted:
    """Terms of member associations that run on past their due day at the end of the period."""
    terms = Term.objects.overdue_on(period.end)
    return Counted(queryset=terms.of_member_associations(period.end))


@figure(
    "B10",
    "associations.party_cells",
    label=_("Party cells of the Union"),
    unit=_("Party cells"),
    section=ORGANISATION,
    counting_date=LAST_DAY,
)
def party_cells(period: Period) -> Counted:
    """Party cells that exist on the last day of the period."""
    return Counted(queryset=Body.objects.existing_on(period.end).of_kind(BodyKind.PARTY_CELL))


@figure(
    "B10a",
    "associations.party_cell_congresses",
    label=_("Congresses of the Party cell"),
    unit=CONGRESSES,
    section=ORGANISATION,
    counting_date=FIRST_DAY_HELD,
)
def party_cell_congresses(period: Period) -> Counted:
    """Congresses of Party cells held in the period; who sits in a cell enters no figure."""
    return Counted(queryset=Congress.objects.held_in(period).of_party_cells())
