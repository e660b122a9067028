"""Words to chain when asking for records of contests."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import (
    Avg,
    Case,
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)

from lienhiep.contests.choices import (
    ContestKind,
    ContestLevel,
    EditionState,
    EntryState,
    NominationState,
    PrizeState,
    SheetState,
)
from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.history import RecordedQuerySet
from lienhiep.core.period import Period, today

STATE = models.CharField(max_length=20)


class ContestQuerySet(GuardedQuerySet):
    """Contests and awards."""


class EditionQuerySet(GuardedQuerySet):
    """Editions of contests."""

    def with_state(self, on: date | None = None) -> Self:
        """Add `state_code`: the derived state on a day, for filters, sorting and exports."""
        day = on or today()
        return self.annotate(
            state_code=Case(
                When(cancelled_on__isnull=False, then=Value(EditionState.CANCELLED)),
                When(results_published_on__isnull=False, then=Value(EditionState.CLOSED)),
                When(opens_on__gt=day, then=Value(EditionState.PLANNED)),
                When(deadline__gte=day, then=Value(EditionState.OPEN)),
                default=Value(EditionState.JUDGING),
                output_field=STATE,
            )
        )

    def with_names(self) -> Self:
        """Bring along what the name of an edition is made from."""
        return self.select_related("contest")

    def open_to_readers(self) -> Self:
        """Return the editions that stand on the public site."""
        return self.filter(is_public=True, cancelled_on=None)

    def taking_entries(self, on: date | None = None) -> Self:
        """Return the editions that are open on a day."""
        day = on or today()
        return self.filter(
            opens_on__lte=day, deadline__gte=day, cancelled_on=None, results_published_on=None
        )

    def past_deadline(self, on: date) -> Self:
        """Return the editions whose deadline is over and whose results are not out."""
        return self.filter(deadline__lt=on, cancelled_on=None, results_published_on=None)

    def of_level(self, level: str) -> Self:
        """Return the editions of the contests of one level."""
        return self.filter(contest__level=level)

    def concluded_in(self, period: Period) -> Self:
        """Return the editions whose results were published in the period."""
        return self.filter(results_published_on__range=(period.start, period.end))


class EntryQuerySet(GuardedQuerySet):
    """Contest entries."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(withdrawn_on__isnull=False, then=Value(EntryState.WITHDRAWN)),
                When(refused_on__isnull=False, then=Value(EntryState.REFUSED)),
                When(accepted_on__isnull=False, then=Value(EntryState.ACCEPTED)),
                default=Value(EntryState.RECEIVED),
                output_field=STATE,
            )
        )

    def with_names(self) -> Self:
        """Bring along what the lists name of an entry."""
        return self.select_related("edition__contest", "field", "unit").prefetch_related(
            "authors__person", "mentors__person", "prizes__level", "prizes__edition__contest"
        )

    def with_readers(self) -> Self:
        """Bring along what decides who reads an entry."""
        return self.select_related("edition__contest").prefetch_related(
            "authors", "mentors", "prizes__edition", "scores__juror"
        )

    def standing(self) -> Self:
        """Return the entries that their authors did not withdraw."""
        return self.filter(withdrawn_on=None)

    def admitted(self) -> Self:
        """Return the entries whose papers were found in order and that were not withdrawn."""
        return self.standing().filter(accepted_on__isnull=False)

    def unchecked(self) -> Self:
        """Return the entries neither admitted nor refused nor withdrawn."""
        return self.standing().filter(accepted_on=None, refused_on=None)

    def provincial(self) -> Self:
        """Return the entries of contests of the province."""
        return self.filter(edition__contest__level=ContestLevel.PROVINCIAL)

    def received_in(self, period: Period) -> Self:
        """Return the entries received in the period and not withdrawn."""
        return self.standing().filter(received_on__range=(period.start, period.end))

    def of_person(self, person: Any) -> Self:
        """Return the entries of which somebody is an author or a mentor."""
        return self.filter(Q(authors__person=person) | Q(mentors__person=person)).distinct()

    def open_to_readers(self) -> Self:
        """Return the entries with a page on the public site: those with a published prize."""
        from lienhiep.contests.models import Prize  # models are made from query sets

        return self.filter(Exists(Prize.objects.open_to_readers().filter(entry=OuterRef("pk"))))

    def with_scores(self) -> Self:
        """Add the mean, the spread, and how many sheets are in and how many are owed."""
        counted = Q(scores__excused_on=None, scores__submitted_on__isnull=False)
        owed = Q(scores__excused_on=None, scores__submitted_on=None, scores__isnull=False)
        return self.annotate(
            mean=Avg("scores__total", filter=counted),
            spread=Max("scores__total", filter=counted) - Min("scores__total", filter=counted),
            sheets_in=Count("scores", filter=counted),
            sheets_owed=Count("scores", filter=owed),
        )


class RepresentativeContactQuerySet(RecordedQuerySet):
    """Contacts of children's representatives."""

    def of_editions_published_by(self, day: date) -> Self:
        """Return the contacts of editions whose results came out on a day or before it."""
        return self.filter(author__entry__edition__results_published_on__lte=day)


class NominationQuerySet(GuardedQuerySet):
    """Nominations for the national round."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        from lienhiep.contests.models import Prize  # models are made from query sets

        won = Prize.objects.standing().filter(entry=OuterRef("entry"), edition=OuterRef("edition"))
        return self.annotate(
            state_code=Case(
                When(recalled_on__isnull=False, then=Value(NominationState.RECALLED)),
                When(result_on=None, then=Value(NominationState.SENT)),
                When(Exists(won), then=Value(NominationState.PRIZED)),
                default=Value(NominationState.UNPRIZED),
                output_field=STATE,
            )
        )

    def with_names(self) -> Self:
        """Bring along what the lists name of a nomination."""
        from lienhiep.contests.models import Prize  # models are made from query sets

        return self.select_related(
            "entry__edition__contest", "entry__unit", "edition__contest"
        ).prefetch_related(
            Prefetch("entry__prizes", queryset=Prize.objects.select_related("level"))
        )

    def standing(self) -> Self:
        """Return the nominations that were not recalled."""
        return self.filter(recalled_on=None)

    def sent_in(self, period: Period) -> Self:
        """Return the nominations sent in the period and not recalled."""
        return self.standing().filter(sent_on__range=(period.start, period.end))

    def without_result(self) -> Self:
        """Return the nominations of which no result is known yet."""
        return self.standing().filter(result_on=None)


class PrizeQuerySet(GuardedQuerySet):
    """Prizes."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(withdrawn_on__isnull=False, then=Value(PrizeState.WITHDRAWN)),
                When(published_on__isnull=False, then=Value(PrizeState.PUBLISHED)),
                default=Value(PrizeState.DECIDED),
                output_field=STATE,
            )
        )

    def with_names(self) -> Self:
        """Bring along what the lists name of a prize."""
        return self.select_related(
            "entry__edition__contest", "entry__unit", "entry__field", "edition__contest", "level"
        ).prefetch_related("entry__authors__person", "entry__mentors__person")

    def standing(self) -> Self:
        """Return the prizes that were not withdrawn."""
        return self.filter(withdrawn_on=None)

    def decided_in(self, period: Period) -> Self:
        """Return the prizes decided in the period and not withdrawn."""
        return self.standing().filter(decided_on__range=(period.start, period.end))

    def provincial(self) -> Self:
        """Return the prizes of contests of the province."""
        return self.filter(edition__contest__level=ContestLevel.PROVINCIAL)

    def national(self) -> Self:
        """Return the prizes of national contests, without the award for works."""
        return self.filter(edition__contest__level=ContestLevel.NATIONAL).exclude(
            edition__contest__kind=ContestKind.AWARD
        )

    def of_award(self) -> Self:
        """Return the prizes of the national award for works (Giải thưởng Sáng tạo KH&CN)."""
        return self.filter(
            edition__contest__level=ContestLevel.NATIONAL,
            edition__contest__kind=ContestKind.AWARD,
        )

    def open_to_readers(self) -> Self:
        """Return the prizes that stand on the public site."""
        return self.standing().filter(
            published_on__isnull=False, edition__is_public=True, edition__cancelled_on=None
        )

    def in_order(self) -> Self:
        """Return the prizes from the highest level down."""
        return self.order_by("level__position", "entry__field__position", "entry__title", "pk")


class JurorQuerySet(GuardedQuerySet):
    """Jurors."""

    def serving(self) -> Self:
        """Return the jurors who have not left."""
        return self.filter(ended_on=None)


class ScoreQuerySet(GuardedQuerySet):
    """Score sheets."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(excused_on__isnull=False, then=Value(SheetState.EXCUSED)),
                When(submitted_on__isnull=False, then=Value(SheetState.SUBMITTED)),
                default=Value(SheetState.DUE),
                output_field=STATE,
            )
        )

    def of_person(self, person: Any) -> Self:
        """Return the sheets of a juror who still serves, of entries that still stand."""
        return self.filter(
            juror__person=person,
            juror__ended_on=None,
            excused_on=None,
            entry__withdrawn_on=None,
            entry__refused_on=None,
        )

    def owed(self) -> Self:
        """Return the sheets that a serving juror still owes."""
        return self.filter(excused_on=None, submitted_on=None, juror__ended_on=None)

    def in_order(self) -> Self:
        """Return the sheets by the code of the entry."""
        return self.order_by(F("submitted_on").asc(nulls_first=True), "entry__code", "pk")
