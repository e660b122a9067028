"""What a report will stumble over among the associations, and no constraint can refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.associations.choices import BodyKind
from lienhiep.associations.models import Body, Membership, Seat, Term
from lienhiep.associations.validators import written
from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.period import today
from lienhiep.directory.choices import OrganisationKind

HEADED = (
    BodyKind.EXECUTIVE,
    BodyKind.PERMANENT,
    BodyKind.INSPECTION,
    BodyKind.EDITORIAL_BOARD,
    BodyKind.COUNCIL,
    BodyKind.PARTY_CELL,
)
"""Bodies that cannot work without a head; an office is headed only in the Union itself."""


@data_check(
    "associations.term_overdue", label=gettext_lazy("Terms overdue have a congress planned")
)
def terms_overdue() -> Iterator[Finding]:
    """Find terms that run on past their due day while no congress is planned."""
    overdue = Term.objects.overdue_on(today()).exclude(
        body__congresses__held_on=None,
        body__congresses__cancelled_on=None,
        body__congresses__isnull=False,
    )
    for term in overdue.select_related("body__organisation"):
        yield Finding(
            _("%(term)s was due on %(day)s, and no congress is planned.")
            % {"term": term, "day": written(term.due_on)},
            term,
        )


@data_check("associations.body_headed", label=gettext_lazy("Bodies have their head"))
def bodies_without_head() -> Iterator[Finding]:
    """Find bodies that exist today without anybody in the position that heads them."""
    day = today()
    heads = Seat.objects.held_on(day).filter(body=OuterRef("pk"), position__is_head=True)
    headed = Q(kind__in=HEADED) | Q(
        kind=BodyKind.OFFICE, organisation__kind=OrganisationKind.OWN_UNION
    )
    bodies = Body.objects.existing_on(day).filter(headed).exclude(Exists(heads))
    for body in bodies.select_related("organisation"):
        yield Finding(_("Nobody heads %(body)s today.") % {"body": body}, body)


@data_check(
    "associations.members_stated", label=gettext_lazy("Associations state their members each year")
)
def members_not_stated() -> Iterator[Finding]:
    """Find member associations that stated no numbers of the year before this one."""
    year = today().year - 1
    for membership in Membership.objects.unstated(year).select_related("organisation"):
        yield Finding(
            _("%(who)s has not stated its members of %(year)s.")
            % {"who": membership, "year": year},
            membership,
        )


@data_check("associations.seat_in_term", label=gettext_lazy("Seats end with their term"))
def seats_past_their_term() -> Iterator[Finding]:
    """Find seats that are still held after the term they were given for has ended."""
    seats = Seat.objects.past_their_term(today())
    for seat in seats.select_related("person", "position", "body__organisation", "term"):
        yield Finding(
            _("%(seat)s: the term ended on %(day)s, the seat did not.")
            % {"seat": seat, "day": written(seat.term.ended_on)},
            seat,
        )


@data_check("associations.member_exists", label=gettext_lazy("Members of the Union exist"))
def members_that_ended() -> Iterator[Finding]:
    """Find memberships that go on though the organisation itself has ended."""
    day = today()
    rows = Membership.objects.active_on(day).filter(organisation__ended_on__lt=day)
    for membership in rows.select_related("organisation"):
        yield Finding(
            _("%(who)s ended on %(day)s and still belongs to the Union.")
            % {"who": membership, "day": written(membership.organisation.ended_on)},
            membership,
        )
