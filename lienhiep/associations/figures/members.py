"""Who belongs to the Union at the end of a period, who came and who left: B01 to B06."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import MembershipKind
from lienhiep.associations.figures.sections import LAST_DAY, ORGANISATION
from lienhiep.associations.models import Membership, PersonsAdmitted
from lienhiep.core.figures import Counted, Summed, figure
from lienhiep.core.period import Period


def _active(period: Period, *kinds: str, by: str = "") -> Counted:
    return Counted(queryset=Membership.objects.active_on(period.end).of_kind(*kinds), by=by)


@figure(
    "B01",
    "associations.member_associations",
    label=_("Member associations of the Union"),
    unit=_("associations"),
    section=ORGANISATION,
    counting_date=LAST_DAY,
)
def member_associations(period: Period) -> Counted:
    """Member associations that belong to the Union on the last day of the period, by field."""
    return _active(period, MembershipKind.MEMBER_ASSOCIATION, by="work_field")


@figure(
    "B02",
    "associations.collective_members",
    label=_("Collective members of the Union"),
    unit=_("units of the Union"),
    section=ORGANISATION,
    counting_date=LAST_DAY,
)
def collective_members(period: Period) -> Counted:
    """Collective members that belong to the Union on the last day of the period."""
    return _active(period, MembershipKind.COLLECTIVE_MEMBER)


@figure(
    "B03",
    "associations.affiliates",
    label=_("Subordinate and affiliated units"),
    unit=_("units of the Union"),
    section=ORGANISATION,
    counting_date=LAST_DAY,
)
def affiliates(period: Period) -> Counted:
    """Subordinate and affiliated units on the last day of the period, by kind."""
    return _active(
        period, MembershipKind.SUBORDINATE_UNIT, MembershipKind.AFFILIATED_UNIT, by="kind"
    )


@figure(
    "B05",
    "associations.persons_admitted",
    label=_("Persons admitted by the member associations"),
    unit=_("persons"),
    section=ORGANISATION,
    counting_date=_("the last day of the time that the statement covers"),
)
def persons_admitted(period: Period) -> Summed:
    """Persons whom the associations admitted, by statements whose last day lies in the period."""
    return Summed(
        queryset=PersonsAdmitted.objects.admitted_in(period), amount="number", by="organisation"
    )


@figure(
    "B06",
    "associations.organisations_admitted",
    label=_("Organisations that joined the Union"),
    unit=_("units of the Union"),
    section=ORGANISATION,
    counting_date=_("the first day of the membership"),
)
def organisations_admitted(period: Period) -> Counted:
    """Organisations whose membership began in the period, by kind of membership."""
    return Counted(queryset=Membership.objects.begun_in(period), by="kind")


@figure(
    "B06a",
    "associations.organisations_left",
    label=_("Organisations that left the Union"),
    unit=_("units of the Union"),
    section=ORGANISATION,
    counting_date=_("the first day without membership"),
)
def organisations_left(period: Period) -> Counted:
    """Organisations whose first day without membership lies in the period, by ground."""
    return Counted(queryset=Membership.objects.ended_in(period), by="leaving_ground")
