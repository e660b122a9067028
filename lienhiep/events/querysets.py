"""Words to chain when asking for conferences, courses and partners."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period, today
from lienhiep.events.choices import (
    CONFERENCE_KINDS,
    ConferenceKind,
    EventState,
    ProgrammeState,
    SponsorshipState,
)


def first_moment(day: date) -> datetime:
    """Return the moment at which a day begins in Vietnam."""
    return Period.between(day, day).datetimes()[0]


class EventQuerySet(GuardedQuerySet):
    """What conferences and courses share: days, registration, being held."""

    def with_state(self, on: date | None = None) -> Self:
        """Add `state_code`: the derived state on a day, for filters, sorting and exports."""
        return self.with_last_moment().annotate(
            state_code=Case(
                When(cancelled_on__isnull=False, then=Value(EventState.CANCELLED)),
                When(held_on__isnull=False, then=Value(EventState.HELD)),
                When(postponed_on__isnull=False, then=Value(EventState.POSTPONED)),
                When(
                    last_moment__lt=first_moment(on or today()),
                    then=Value(EventState.UNRECORDED),
                ),
                default=Value(EventState.PLANNED),
                output_field=models.CharField(max_length=20),
            )
        )

    def with_last_moment(self) -> Self:
        """Add `last_moment`: the end, or the beginning where no end is known."""
        return self.annotate(last_moment=Coalesce(F("ends_at"), F("starts_at")))

    def held(self) -> Self:
        """Return what was held."""
        return self.filter(held_on__isnull=False)

    def held_in(self, period: Period) -> Self:
        """Return what was held in the period, counted by its last day."""
        return self.filter(held_on__range=(period.start, period.end))

    def awaited(self) -> Self:
        """Return what is neither held nor given up."""
        return self.filter(held_on=None, cancelled_on=None)

    def unrecorded_on(self, day: date) -> Self:
        """Return what was over before a day and has no record of having been held."""
        over = self.awaited().filter(postponed_on=None).with_last_moment()
        return over.filter(last_moment__lt=first_moment(day))

    def coming_on(self, day: date) -> Self:
        """Return what is not over yet on a day, the next first."""
        coming = self.awaited().filter(postponed_on=None).with_last_moment()
        return coming.filter(last_moment__gte=first_moment(day)).order_by("starts_at", "pk")

    def begun_in(self, period: Period) -> Self:
        """Return what begins in the period."""
        start, end = period.datetimes()
        return self.filter(starts_at__gte=start, starts_at__lt=end)

    def open_to_readers(self) -> Self:
        """Return what stands on the public site."""
        return self.filter(is_public=True)

    def of_organisation(self, organisation: int) -> Self:
        """Return what an organisation holds."""
        return self.filter(host=organisation)


class ConferenceQuerySet(EventQuerySet):
    """Conferences, seminars, discussions and meetings."""

    def political_study(self) -> Self:
        """Return the conferences on which resolutions are studied."""
        return self.filter(kind=ConferenceKind.POLITICAL_STUDY)

    def meetings_of_bodies(self) -> Self:
        """Return the meetings of the executive committee and its like."""
        return self.filter(kind=ConferenceKind.BODY_MEETING)

    def conferences_proper(self) -> Self:
        """Return what is neither a meeting of a body nor the study of a resolution."""
        return self.filter(kind__in=CONFERENCE_KINDS)

    def of_organisation(self, organisation: int) -> Self:
        """Return what an organisation holds, alone or together with others."""
        return self.filter(Q(host=organisation) | Q(co_hosts__organisation=organisation)).distinct()

    def without_minutes(self) -> Self:
        """Return what was held and has no minutes on file."""
        return self.held().filter(minutes=None)

    def held_since(self, day: date) -> Self:
        """Return what was held in the year before a day: older papers lie in the archive."""
        return self.filter(held_on__range=(day - timedelta(days=365), day))


class AttendanceQuerySet(GuardedQuerySet):
    """How many took part."""

    def held_in(self, period: Period) -> Self:
        """Return the attendance of what was held in the period."""
        days = (period.start, period.end)
        return self.filter(Q(conference__held_on__range=days) | Q(course__held_on__range=days))

    def of_political_study(self) -> Self:
        """Return the attendance of conferences on which resolutions were studied."""
        return self.filter(conference__kind=ConferenceKind.POLITICAL_STUDY)

    def of_conferences_and_courses(self) -> Self:
        """Return the attendance of what E09, E10 and E11 count."""
        return self.filter(Q(conference__kind__in=CONFERENCE_KINDS) | Q(course__isnull=False))


class RegistrationQuerySet(GuardedQuerySet):
    """Who put their name down."""

    def standing(self) -> Self:
        """Return the registrations that were not withdrawn."""
        return self.filter(withdrawn_on=None)

    def held_before(self, day: date) -> Self:
        """Return those for events that ended before a day, with something personal left."""
        moment = first_moment(day)
        ended = Q(conference__starts_at__lt=moment, conference__postponed_on=None)
        ended |= Q(course__starts_at__lt=moment, course__postponed_on=None)
        return self.filter(ended).exclude(name="", email="", phone="")


class ProgrammeQuerySet(GuardedQuerySet):
    """Coordination programmes."""

    def with_state(self, on: date | None = None) -> Self:
        """Add `state_code`: the derived state on a day."""
        day = on or today()
        return self.annotate(
            state_code=Case(
                When(signed_on=None, then=Value(ProgrammeState.PREPARING)),
                When(
                    Q(ended_on__isnull=False, ended_on__lte=day) | Q(valid_until__lt=day),
                    then=Value(ProgrammeState.ENDED),
                ),
                When(valid_from__gt=day, then=Value(ProgrammeState.SIGNED)),
                default=Value(ProgrammeState.IN_FORCE),
                output_field=models.CharField(max_length=20),
            )
        )

    def in_force_on(self, day: date) -> Self:
        """Return the programmes in force on a day."""
        return self.filter(
            Q(valid_until=None) | Q(valid_until__gte=day),
            Q(ended_on=None) | Q(ended_on__gt=day),
            signed_on__lte=day,
            valid_from__lte=day,
        )

    def signed_in(self, period: Period) -> Self:
        """Return the programmes signed in the period."""
        return self.filter(signed_on__range=(period.start, period.end))

    def ending_between(self, first: date, last: date) -> Self:
        """Return the programmes in force on the first day whose last day lies between the two."""
        return self.in_force_on(first).filter(valid_until__lte=last)

    def open_to_readers(self) -> Self:
        """Return the signed programmes that stand on the public site."""
        return self.filter(is_public=True, signed_on__isnull=False)


class SponsorshipQuerySet(GuardedQuerySet):
    """What sponsors promised and gave."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state."""
        return self.annotate(
            state_code=Case(
                When(released_on__isnull=False, then=Value(SponsorshipState.RELEASED)),
                When(received_on__isnull=False, then=Value(SponsorshipState.RECEIVED)),
                default=Value(SponsorshipState.PROMISED),
                output_field=models.CharField(max_length=20),
            )
        )

    def received_in(self, period: Period) -> Self:
        """Return what was received in the period."""
        return self.filter(received_on__range=(period.start, period.end), released_on=None)

    def outstanding(self) -> Self:
        """Return what was promised and has neither come nor been given up."""
        return self.filter(received_on=None, released_on=None)

    def open_to_readers(self) -> Self:
        """Return what was received and stands on the public site."""
        return self.filter(is_public=True, received_on__isnull=False, released_on=None)


class DelegationQuerySet(GuardedQuerySet):
    """Delegations sent and received."""

    def travelled_in(self, period: Period) -> Self:
        """Return the delegations whose journey ended in the period."""
        return self.filter(ends_on__range=(period.start, period.end))


class CharityQuerySet(GuardedQuerySet):
    """Charity."""

    def done_in(self, period: Period) -> Self:
        """Return what was done in the period."""
        return self.filter(done_on__range=(period.start, period.end))
