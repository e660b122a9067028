"""Words to chain when asking for honours and nominations."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Prefetch, Q, Value, When

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period
from lienhiep.core.text import fold
from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours.choices import (
    Direction,
    FormKind,
    HonourState,
    NominationState,
)


def years_ended_in(period: Period) -> list[int]:
    """Return the years whose last day lies in the period.

    A year rewarded is a number without a day. So 2022, 2022-H2, 2022-Q4 and 2022-12 all hold
    the year 2022, while 2022-H1 and 2022-9M hold none: the year is not over yet.
    """
    years = range(period.start.year, period.end.year + 1)
    return [year for year in years if period.contains(date(year, 12, 31))]


class HonourFormQuerySet(GuardedQuerySet):
    """Forms of honour."""

    def in_use(self) -> Self:
        """Return the forms that may still be awarded."""
        return self.filter(is_active=True)


class HonourQuerySet(GuardedQuerySet):
    """Honours given and received."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(revoked_on__isnull=False, then=Value(HonourState.REVOKED)),
                When(conferred_on__isnull=False, then=Value(HonourState.CONFERRED)),
                When(decided_on__isnull=False, then=Value(HonourState.DECIDED)),
                default=Value(HonourState.PROPOSED),
                output_field=models.CharField(max_length=20),
            )
        )

    def in_force(self) -> Self:
        """Return the honours that were decided and not revoked."""
        return self.filter(decided_on__isnull=False, revoked_on=None)

    def given(self) -> Self:
        """Return what the Union gives."""
        return self.filter(direction=Direction.GIVEN)

    def received(self) -> Self:
        """Return what the Union and its people receive from others."""
        return self.filter(direction=Direction.RECEIVED)

    def of_kind(self, *kinds: FormKind) -> Self:
        """Return the honours of some kinds of form."""
        return self.filter(form__kind__in=kinds)

    def of_the_union_itself(self) -> Self:
        """Return the honours whose subject is the Union."""
        return self.filter(organisation__kind=OrganisationKind.OWN_UNION)

    def rewarding(self, period: Period) -> Self:
        """Return the honours for a year (the last of several) that ends in the period."""
        return self.filter(year_rewarded__in=years_ended_in(period))

    def decided_in(self, period: Period) -> Self:
        """Return the honours decided in the period and not revoked."""
        return self.in_force().filter(decided_on__range=(period.start, period.end))

    def to_confer(self) -> Self:
        """Return the honours decided that nobody has handed over yet."""
        return self.in_force().filter(conferred_on=None)

    def with_names(self) -> Self:
        """Fetch what an honour is called by: its form, its subject, who awards it, its ground."""
        return self.select_related("form", "organisation", "person", "awarding_body", "decision")

    def of_one_decision(self, honour: Any) -> Self:
        """Return the honours made by the same decision as this one, this one among them."""
        same = Q(awarding_body=honour.awarding_body, decided_on=honour.decided_on)
        if honour.decision_id is not None:
            return self.filter(same, decision=honour.decision_id)
        if honour.decision_symbol:
            return self.filter(same, decision=None, decision_symbol=honour.decision_symbol)
        return self.filter(pk=honour.pk)

    def open_to_readers(self) -> Self:
        """Return the honours that stand on the public site; children may be unnamed there."""
        return self.in_force().filter(is_public=True)

    def of_organisation_and_its_people(self, organisation: Any) -> Self:
        """Return what an organisation received, and what persons of it did."""
        return self.filter(
            Q(organisation=organisation)
            | Q(person__affiliations__organisation=organisation)
            | Q(nominee__nomination__proposer=organisation)
        ).distinct()

    def with_words(self, words: str, *, in_public: bool = False) -> Self:
        """Return the honours with each of the words in achievement, form, body or subject.

        In public a child is not found by name: the list would tell what the page withholds.
        """
        found = self
        for word in fold(words).split():
            person = Q(person__search_key__contains=word)
            found = found.filter(
                Q(search_key__contains=word)
                | Q(organisation__search_key__contains=word)
                | (person & Q(concerns_child=False) if in_public else person)
            )
        return found

    def in_roll_order(self) -> Self:
        """Return the honours as a roll lists them: by form, collectives first, then by name."""
        return self.order_by(
            "form__position",
            "subject_kind",
            "organisation__sort_key",
            "person__sort_key",
            "pk",
        )


class NominationQuerySet(GuardedQuerySet):
    """Nominations for honours."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(withdrawn_on__isnull=False, then=Value(NominationState.WITHDRAWN)),
                When(refused_on__isnull=False, then=Value(NominationState.REFUSED)),
                When(decided_on__isnull=False, then=Value(NominationState.DECIDED)),
                When(returned_on__isnull=False, then=Value(NominationState.RETURNED)),
                When(council_on__isnull=False, then=Value(NominationState.CONSIDERED)),
                default=Value(NominationState.SUBMITTED),
                output_field=models.CharField(max_length=20),
            )
        )

    def at_state(self, *states: NominationState) -> Self:
        """Return the nominations that stand at one of these states."""
        return self.with_state().filter(state_code__in=states)

    def with_nominees(self) -> Self:
        """Fetch whom each names, collectives and persons alike, in one question."""
        from lienhiep.honours.models import Nominee  # models are made from query sets

        named = Nominee.objects.select_related("organisation", "person")
        return self.prefetch_related(Prefetch("nominees", queryset=named))

    def proposed_by(self, organisations: Any) -> Self:
        """Return what some organisations proposed."""
        return self.filter(proposer__in=organisations)


class EmulationResultQuerySet(GuardedQuerySet):
    """Results of emulation clusters."""

    def of_years_in(self, period: Period) -> Self:
        """Return the results of the years that end in the period."""
        return self.filter(year__in=years_ended_in(period))

    def of_the_union_itself(self) -> Self:
        """Return the results of the Union, not those of its member associations."""
        return self.filter(organisation__kind=OrganisationKind.OWN_UNION)
