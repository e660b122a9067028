"""Words to chain when asking for records of the associations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

from lienhiep.associations.choices import (
    BodyKind,
    MembershipKind,
    MembershipState,
    SeatState,
    TermState,
)
from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period, today

ONE_DAY = timedelta(days=1)


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

    def in_order(self) -> Self:
        """Return the memberships in the order of the alphabet."""
        return self.order_by("organisation__sort_key", "pk")


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

    def due_within(self, day: date, until: date) -> Self:
        """Return the terms running on a day that fall due until another."""
        return self.running_on(day).filter(due_on__range=(day, until))

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
