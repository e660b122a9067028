"""What waits in this room, for whom, since when and until when; and what one may start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lienhiep.associations.calendar import month_later, statement_year
from lienhiep.associations.models import (
    Admission,
    Appointment,
    CadrePlan,
    Congress,
    Membership,
    MemberStatement,
    PersonsAdmitted,
    Term,
)
from lienhiep.associations.reference_codes import REPORT_DAYS, WARNING_MONTHS
from lienhiep.associations.rules import KEEPERS, MANAGER
from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.principals import organisation_key, principals
from lienhiep.core.reference import value_on
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.core.waiting import Waiting, waits

ROOM = "associations"
REVIEW_MONTH = 10
"""The month from which the yearly review of the cadre plans is asked for."""


@waits
def congresses_to_prepare(user: Any, on: date) -> Iterator[Waiting]:
    """Yield terms that fall due soon or are overdue, to those who keep the records."""
    if not principals(user, on) & KEEPERS:
        return
    months = value_on(WARNING_MONTHS, on, default=None)
    if months is None:
        return
    terms = Term.objects.visible_to(user).running_on(on).filter(due_on__lte=month_later(on, months))
    planned = {
        congress.body_id: congress
        for congress in Congress.objects.planned().filter(body__in=terms.values("body"))
    }
    for term in terms.select_related("body__organisation").order_by("due_on", "pk"):
        congress = planned.get(term.body_id)
        words = (
            _("Hold the congress of %(who)s, planned for %(day)s")
            if congress
            else _("Prepare the congress of %(who)s")
        )
        yield Waiting(
            what=words
            % {
                "who": term.body if term.body.is_sensitive else term.body.organisation,
                "day": congress.planned_label if congress else "",
            },
            since=month_later(term.due_on, -months),
            due=term.due_on,
            url=admin_row_url(congress or term) or "",
            room=ROOM,
            record=congress or term,
        )


@waits
def congresses_to_report(user: Any, on: date) -> Iterator[Waiting]:
    """Yield congresses held whose results were not reported yet."""
    if not principals(user, on) & KEEPERS:
        return
    owed = Congress.objects.visible_to(user).unreported().select_related("body__organisation")
    for congress in owed.order_by("last_day", "pk"):
        last = congress.last_day or on
        days = value_on(REPORT_DAYS, last, default=None)
        yield Waiting(
            what=_("Report the results of the %(congress)s") % {"congress": congress},
            since=last,
            due=last + timedelta(days=days) if days else None,
            url=admin_row_url(congress) or "",
            room=ROOM,
            record=congress,
        )


@waits
def applications_to_decide(user: Any, on: date) -> Iterator[Waiting]:
    """Yield applications for membership on which nobody has decided yet."""
    if not principals(user, on) & KEEPERS:
        return
    waiting = Admission.objects.visible_to(user).waiting().select_related("organisation")
    for admission in waiting.order_by("applied_on", "pk"):
        yield Waiting(
            what=_("Decide on the application of %(who)s") % {"who": admission.organisation},
            since=admission.applied_on,
            url=admin_row_url(admission) or "",
            room=ROOM,
            record=admission,
        )


@waits
def numbers_to_remind(user: Any, on: date) -> Iterator[Waiting]:
    """Yield one item for all associations that have not stated their members, to the office."""
    if not principals(user, on) & KEEPERS:
        return
    year, since, due = statement_year(on)
    late = Membership.objects.unstated(year).count()
    if late:
        yield Waiting(
            what=ngettext(
                "%(count)s association has not stated its members of %(year)s",
                "%(count)s associations have not stated their members of %(year)s",
                late,
            )
            % {"count": late, "year": year},
            since=since,
            due=due,
            url=f"{admin_list_url(Membership)}?unstated={year}",
            room=ROOM,
        )


@waits
def numbers_to_state(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the yearly numbers to those who act for an association and have not stated them."""
    year, since, due = statement_year(on)
    for membership in Membership.objects.acted_for_by(user, on).unstated(year):
        yield Waiting(
            what=_("State the members of %(who)s in %(year)s") % {"who": membership, "year": year},
            since=since,
            due=due,
            url=reverse("associations:state", args=[membership.organisation_id]),
            room=ROOM,
            record=membership,
        )


@waits
def plans_to_review(user: Any, on: date) -> Iterator[Waiting]:
    """Yield cadre plans not gone through this year, from October, to the office manager."""
    if on.month < REVIEW_MONTH or not principals(user, on) & MANAGER:
        return
    done = CadrePlan.objects.filter(reviews__on__year=on.year).values("pk")
    for plan in CadrePlan.objects.visible_to(user).in_force_on(on).exclude(pk__in=done):
        yield Waiting(
            what=_("Review the cadre plan “%(plan)s”") % {"plan": plan},
            since=date(on.year, REVIEW_MONTH, 1),
            due=date(on.year, 12, 31),
            url=admin_row_url(plan) or "",
            room=ROOM,
            record=plan,
        )


@waits
def appointments_to_end(user: Any, on: date) -> Iterator[Waiting]:
    """Yield appointments whose time is over in three months, to the office manager."""
    if not principals(user, on) & MANAGER:
        return
    ending = Appointment.objects.visible_to(user).standing()
    for appointment in ending.filter(until__range=(on, month_later(on, 3))).select_related(
        "person"
    ):
        yield Waiting(
            what=_("Decide again on %(appointment)s") % {"appointment": appointment},
            since=month_later(appointment.until or on, -3),
            due=appointment.until,
            url=admin_row_url(appointment) or "",
            room=ROOM,
            record=appointment,
        )


@desk_doors
def associations_desk(user: Any) -> Iterator[Door]:
    """Yield the desk of an association to those who act for one today."""
    if Membership.objects.acted_for_by(user).exists():
        yield Door(
            label=gettext_lazy("My association"),
            about=gettext_lazy(
                "State the members each year, and see what the Union has on record."
            ),
            url=reverse("associations:desk"),
        )


@desk_address(MemberStatement, PersonsAdmitted)
def statement_at_desk(statement: MemberStatement | PersonsAdmitted, user: Any) -> str:
    """Return the desk of the association that stated its numbers."""
    mine = organisation_key(statement.organisation_id) in principals(user)
    return reverse("associations:desk") if mine else ""
