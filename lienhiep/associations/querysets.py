"""Words to chain when asking for records of the associations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from lienhiep.associations.choices import (
    AdmissionState,
    AppointmentState,
    BodyKind,
    CongressKind,
    CongressState,
    MembershipKind,
    MembershipState,
    SeatState,
    StatementState,
    TermState,
)
from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period, today
from lienhiep.core.principals import organisation_key, principals
from lienhiep.core.text import fold

ONE_DAY = timedelta(days=1)
ORGANISATION_KEY = organisation_key(0).removesuffix("0")


def held_on(day: date, prefix: str = "") -> Q:
    """Return the condition that a stretch from `since` to `until` holds on a day, both included."""
    until = f"{prefix}until"
    return Q(**{f"{prefix}since__lte": day}) & (Q(**{until: None}) | Q(**{f"{until}__gte": day}))


class MembershipQuerySet(GuardedQuerySet):
    """Memberships of organisations in the Union."""

    def active_on(self, day: date) -> Self:
        """Return the memberships that hold on a day; its first and its last day belong to it."""
        return self.filter(held_on(day))

    def of_kind(self, *kinds: str) -> Self:
        """Return the memberships of one kind, or of several."""
        return self.filter(kind__in=kinds)

    def member_associations(self) -> Self:
        """Return the memberships of member associations (hội thành viên)."""
        return self.of_kind(MembershipKind.MEMBER_ASSOCIATION)

    def begun_in(self, period: Period) -> Self:
        """Return the memberships whose first day lies in the period."""
        return self.filter(since__range=(period.start, period.end))

    def ended_in(self, period: Period) -> Self:
        """Return the memberships whose first day without membership lies in the period.

        Whoever belonged to the Union until the last of December left in the new year, so
        that the number at the end, those who came and those who left agree.
        """
        return self.filter(until__range=(period.start - ONE_DAY, period.end - ONE_DAY))

    def unstated(self, year: int) -> Self:
        """Return the member associations of a year that have not stated their members of it."""
        from lienhiep.associations.models import MemberStatement  # models use query sets

        stated = MemberStatement.objects.standing().of_year(year)
        return (
            self.active_on(date(year, 12, 31))
            .member_associations()
            .exclude(organisation__in=stated.values("organisation"))
        )

    def acted_for_by(self, user: Any, day: date | None = None) -> Self:
        """Return the memberships of the organisations for which a user acts on a day."""
        on = day or today()
        acting = [
            int(key.removeprefix(ORGANISATION_KEY))
            for key in principals(user, on)
            if key.startswith(ORGANISATION_KEY)
        ]
        return self.active_on(on).filter(organisation__in=acting).select_related("organisation")

    def open_to_readers(self) -> Self:
        """Return the memberships that stand on the public site."""
        return self.filter(is_public=True)

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        day = today()
        return self.annotate(
            state_code=Case(
                When(since__gt=day, then=Value(MembershipState.COMING)),
                When(until__lt=day, then=Value(MembershipState.LEFT)),
                default=Value(MembershipState.ACTIVE),
                output_field=models.CharField(max_length=20),
            )
        )

    def named(self, words: str) -> Self:
        """Return the members with these words in a name or in what they do, marks or none."""
        found = self
        for word in fold(words).split():
            found = found.filter(
                Q(organisation__search_key__contains=word)
                | Q(organisation__short_key__contains=word)
                | Q(purpose_key__contains=word)
            )
        return found

    def in_order(self) -> Self:
        """Return member associations first, then the other kinds, each by the alphabet."""
        place = [When(kind=kind, then=Value(at)) for at, kind in enumerate(MembershipKind.values)]
        return self.annotate(
            place=Case(*place, default=Value(99), output_field=models.IntegerField())
        ).order_by("place", "organisation__sort_key", "pk")


class BodyQuerySet(GuardedQuerySet):
    """Bodies of organisations."""

    def existing_on(self, day: date) -> Self:
        """Return the bodies that exist on a day, as far as their first day is known."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))

    def of_organisation(self, organisation: Any) -> Self:
        """Return the bodies of one organisation."""
        return self.filter(organisation=organisation)

    def of_kind(self, *kinds: str) -> Self:
        """Return the bodies of one kind, or of several."""
        return self.filter(kind__in=kinds)

    def open_to_readers(self) -> Self:
        """Return the bodies that stand on the public site."""
        return self.filter(is_public=True)

    def in_order(self) -> Self:
        """Return the bodies as a chart shows them."""
        place = [When(kind=kind, then=Value(at)) for at, kind in enumerate(BodyKind.values)]
        return self.annotate(
            place=Case(*place, default=Value(99), output_field=models.IntegerField())
        ).order_by("organisation__sort_key", "place", "rank", "pk")


class TermQuerySet(GuardedQuerySet):
    """Terms of bodies."""

    def running_on(self, day: date) -> Self:
        """Return the terms that had begun and not really ended on a day, overdue or not."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=day), started_on__lte=day)

    def due_in(self, period: Period) -> Self:
        """Return the terms whose legal due day lies in the period."""
        return self.filter(due_on__range=(period.start, period.end))

    def overdue_on(self, day: date) -> Self:
        """Return the terms that run on past their due day on a day."""
        return self.running_on(day).filter(due_on__lt=day)

    def still_due_in(self, period: Period) -> Self:
        """Return the terms that fall due in the period and had not ended before it."""
        return self.due_in(period).filter(Q(ended_on=None) | Q(ended_on__gte=period.start))

    def of_member_associations(self, day: date) -> Self:
        """Return the terms of the Executive Committees of those who are members on a day."""
        return self.filter(_belongs_on(day, "body__organisation"), body__kind=BodyKind.EXECUTIVE)

    def due_within(self, day: date, until: date) -> Self:
        """Return the terms running on a day that fall due until another."""
        return self.running_on(day).filter(due_on__range=(day, until))

    def as_calendar(self) -> Self:
        """Add `calendar_day`: open terms by their due day, then those that have ended."""
        return self.annotate(
            calendar_day=Case(
                When(ended_on=None, then=F("due_on")),
                default=Value(date.max),
                output_field=models.DateField(),
            )
        )

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        day = today()
        return self.annotate(
            state_code=Case(
                When(started_on__gt=day, then=Value(TermState.COMING)),
                When(ended_on__lt=day, then=Value(TermState.ENDED)),
                When(due_on__lt=day, then=Value(TermState.OVERDUE)),
                default=Value(TermState.RUNNING),
                output_field=models.CharField(max_length=20),
            )
        )


class SeatQuerySet(GuardedQuerySet):
    """Seats in bodies."""

    def held_on(self, day: date) -> Self:
        """Return the seats held on a day; the first and the last day belong to them."""
        return self.filter(held_on(day))

    def of_person(self, person: Any) -> Self:
        """Return the seats of one person."""
        return self.filter(person=person)

    def acting_for(self, organisations: Any, day: date | None = None) -> Self:
        """Return the seats whose holders act for one of these organisations on a day."""
        return self.held_on(day or today()).filter(
            body__organisation__in=organisations, position__acts_for_organisation=True
        )

    def meeting(self, since: date, until: date | None) -> Self:
        """Return the seats that share at least one day with a stretch."""
        found = self.filter(Q(until=None) | Q(until__gte=since))
        return found if until is None else found.filter(since__lte=until)

    def past_their_term(self, day: date) -> Self:
        """Return the seats still held on a day after the term they were given for has ended."""
        return self.held_on(day).filter(term__ended_on__lt=day)

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        day = today()
        return self.annotate(
            state_code=Case(
                When(since__gt=day, then=Value(SeatState.COMING)),
                When(until__lt=day, then=Value(SeatState.LEFT)),
                default=Value(SeatState.HELD),
                output_field=models.CharField(max_length=20),
            )
        )

    def in_order(self) -> Self:
        """Return the seats as a chart lists them: by rank of the position, then by given name."""
        return self.order_by("position__rank", Coalesce("place", Value(999)), "person__sort_key")


class PositionQuerySet(GuardedQuerySet):
    """Positions, which are reference data."""

    def in_use(self) -> Self:
        """Return the positions that may still be given."""
        return self.filter(is_active=True)

    def in_order(self) -> Self:
        """Return the positions by their rank."""
        return self.order_by(F("rank"), "name")


class AdmissionQuerySet(GuardedQuerySet):
    """Applications for membership."""

    def waiting(self) -> Self:
        """Return the applications on which nobody has decided yet."""
        return self.filter(decided_on=None, refused_on=None, withdrawn_on=None)

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(decided_on__isnull=False, then=Value(AdmissionState.ADMITTED)),
                When(refused_on__isnull=False, then=Value(AdmissionState.REFUSED)),
                When(withdrawn_on__isnull=False, then=Value(AdmissionState.WITHDRAWN)),
                default=Value(AdmissionState.RECEIVED),
                output_field=models.CharField(max_length=20),
            )
        )


class StatedQuerySet(GuardedQuerySet):
    """What associations state, and may take back."""

    def standing(self) -> Self:
        """Return the statements that count."""
        return self.filter(taken_back_on=None)

    def with_state(self) -> Self:
        """Add `state_code`: whether it counts, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(taken_back_on__isnull=False, then=Value(StatementState.TAKEN_BACK)),
                default=Value(StatementState.STANDING),
                output_field=models.CharField(max_length=20),
            )
        )


class PersonsAdmittedQuerySet(StatedQuerySet):
    """Statements of persons admitted."""

    def admitted_in(self, period: Period) -> Self:
        """Return the statements whose last day lies in the period."""
        return self.standing().filter(until__range=(period.start, period.end))


class MemberStatementQuerySet(StatedQuerySet):
    """Statements of members."""

    def of_members_on(self, day: date) -> Self:
        """Return the standing statements of those who are member associations on a day."""
        return self.standing().filter(_belongs_on(day, "organisation"))

    def of_year(self, year: int) -> Self:
        """Return the statements of numbers that stood in a year."""
        return self.filter(on__year=year)


class CongressQuerySet(GuardedQuerySet):
    """Congresses."""

    def held_in(self, period: Period) -> Self:
        """Return the congresses whose first day lies in the period."""
        return self.filter(held_on__range=(period.start, period.end))

    def planned(self) -> Self:
        """Return the congresses that are to come."""
        return self.filter(held_on=None, cancelled_on=None)

    def unreported(self) -> Self:
        """Return the congresses held of which no report was sent."""
        return self.filter(held_on__isnull=False, reported_on=None)

    def of_terms(self) -> Self:
        """Return the congresses that end one term and begin the next."""
        return self.filter(kind=CongressKind.REGULAR)

    def of_member_associations(self) -> Self:
        """Return the congresses of those who were member associations on its first day."""
        return self.filter(
            _belongs_on(OuterRef("held_on"), "body__organisation"), body__kind=BodyKind.EXECUTIVE
        )

    def of_party_cells(self) -> Self:
        """Return the congresses of Party cells."""
        return self.filter(body__kind=BodyKind.PARTY_CELL)

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(cancelled_on__isnull=False, then=Value(CongressState.CANCELLED)),
                When(reported_on__isnull=False, then=Value(CongressState.REPORTED)),
                When(held_on__isnull=False, then=Value(CongressState.HELD)),
                default=Value(CongressState.PLANNED),
                output_field=models.CharField(max_length=20),
            )
        )


class CadrePlanQuerySet(GuardedQuerySet):
    """Cadre plans."""

    def in_force_on(self, day: date) -> Self:
        """Return the plans that are still gone through on a day."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day))

    def reviewed_in(self, period: Period) -> Self:
        """Return the plans that were gone through in the period, each once."""
        return self.filter(reviews__on__range=(period.start, period.end)).distinct()


class AppointmentQuerySet(GuardedQuerySet):
    """Appointments."""

    def standing(self) -> Self:
        """Return the appointments that were not revoked."""
        return self.filter(revoked_on=None)

    def decided_in(self, period: Period) -> Self:
        """Return the appointments decided in the period that were not revoked."""
        return self.standing().filter(decided_on__range=(period.start, period.end))

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(revoked_on__isnull=False, then=Value(AppointmentState.REVOKED)),
                default=Value(AppointmentState.STANDING),
                output_field=models.CharField(max_length=20),
            )
        )


def _belongs_on(day: Any, path: str) -> Exists:
    """Return the condition that an organisation is a member association on a day."""
    from lienhiep.associations.models import Membership  # models are made from query sets

    rows: QuerySet = Membership.objects.member_associations().filter(
        Q(until=None) | Q(until__gte=day), organisation=OuterRef(path), since__lte=day
    )
    return Exists(rows)
