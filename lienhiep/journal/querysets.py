"""Words to chain when asking for records of the journal."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.history import RecordedQuerySet
from lienhiep.core.period import Period
from lienhiep.core.text import fold
from lienhiep.journal.choices import ArticleState, IssueState


def _valid_on(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gte=day))


class YearPlanQuerySet(GuardedQuerySet):
    """Plans of years."""

    def of_year(self, year: int) -> Self:
        """Return the plan of one year, if there is one."""
        return self.filter(year=year)


class PlannedIssueQuerySet(RecordedQuerySet):
    """Planned numbers."""

    def planned_in(self, period: Period) -> Self:
        """Return the numbers whose planned month ends in the period."""
        return self.filter(due_on__range=(period.start, period.end))

    def due_before(self, day: date) -> Self:
        """Return the numbers whose planned month is over on a day."""
        return self.filter(due_on__lt=day)

    def without(self, numbers: QuerySet) -> Self:
        """Return the planned numbers of which there is none among those held by issues."""
        return self.filter(
            ~Exists(numbers.filter(year=OuterRef("plan__year"), number=OuterRef("number")))
        )


class IssueNumberQuerySet(QuerySet):
    """Numbers held by issues."""

    def appeared(self) -> Self:
        """Return the numbers of issues that have been published, withdrawn later or not."""
        return self.filter(issue__published_on__isnull=False)


class LicenceQuerySet(GuardedQuerySet):
    """Publication licences."""

    def valid_on(self, day: date) -> Self:
        """Return the licences valid on a day, the newest first."""
        return self.filter(_valid_on(day)).order_by("-valid_from", "-pk")


class IssueQuerySet(GuardedQuerySet):
    """Issues of the journal."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(withdrawn_on__isnull=False, then=Value(IssueState.WITHDRAWN)),
                When(published_on__isnull=False, then=Value(IssueState.PUBLISHED)),
                When(printed_on__isnull=False, then=Value(IssueState.PRINTED)),
                When(signed_on__isnull=False, then=Value(IssueState.SIGNED)),
                default="stage",
                output_field=models.CharField(max_length=20),
            )
        )

    def published(self) -> Self:
        """Return the issues that have appeared and were not withdrawn."""
        return self.filter(published_on__isnull=False, withdrawn_on=None)

    def published_in(self, period: Period) -> Self:
        """Return the issues whose publication date lies in the period, without those withdrawn."""
        return self.published().filter(published_on__range=(period.start, period.end))

    def open_to_readers(self) -> Self:
        """Return the issues that stand on the public site."""
        return self.published().filter(is_public=True)

    def undelivered(self) -> Self:
        """Return the issues of which no copy was sent, or some line waits to be sent."""
        # The outer join gives an issue without lines one empty line, which was not sent either.
        return self.filter(deliveries__sent_on=None).distinct()

    def in_order(self) -> Self:
        """Return the issues in the order of their numbers, the newest first."""
        return self.order_by("-year", "-number")


class ArticleQuerySet(GuardedQuerySet):
    """Manuscripts and articles."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(refused_on__isnull=False, then=Value(ArticleState.REFUSED)),
                When(
                    issue__published_on__isnull=False,
                    issue__withdrawn_on=None,
                    then=Value(ArticleState.PUBLISHED),
                ),
                When(issue__isnull=False, then=Value(ArticleState.PLACED)),
                When(accepted_on__isnull=False, then=Value(ArticleState.ACCEPTED)),
                default=Value(ArticleState.RECEIVED),
                output_field=models.CharField(max_length=20),
            )
        )

    def received_in(self, period: Period) -> Self:
        """Return the manuscripts received in the period."""
        return self.filter(received_on__range=(period.start, period.end))

    def unanswered(self) -> Self:
        """Return the manuscripts neither accepted nor refused."""
        return self.filter(accepted_on=None, refused_on=None)

    def awaiting_proof(self) -> Self:
        """Return the articles of which a contributor still owes an answer to the proof.

        Once the issue is signed nothing is corrected any more, so nothing is owed.
        """
        return self.filter(
            proof_asked_on__isnull=False, proof_answered_on=None, issue__signed_on=None
        )

    def published(self) -> Self:
        """Return the articles of issues that have appeared and were not withdrawn."""
        return self.filter(issue__published_on__isnull=False, issue__withdrawn_on=None)

    def published_in(self, period: Period) -> Self:
        """Return the articles whose issue appeared in the period."""
        return self.published().filter(issue__published_on__range=(period.start, period.end))

    def by_person(self, person: Any) -> Self:
        """Return the articles to which a person contributed."""
        return self.filter(authors__person=person)

    def in_contents_order(self) -> Self:
        """Return the articles as the contents of an issue lists them."""
        return self.order_by("subject__position", "position", "pk")


class DistributionListQuerySet(GuardedQuerySet):
    """Distribution lists."""

    def valid_on(self, day: date) -> Self:
        """Return the lists in force on a day, the newest first."""
        return self.filter(valid_from__lte=day).order_by("-valid_from", "-pk")


class DeliveryQuerySet(GuardedQuerySet):
    """What was sent of an issue, line by line."""

    def to_recipient(self, words: str) -> Self:
        """Return the lines whose recipient or address holds the words, marks or none."""
        return self.filter(search_key__contains=fold(words))

    def at_last_issue_of(self, period: Period) -> Self:
        """Return the lines sent of the last issue that appeared in the period and was sent."""
        newest = (
            self.model._default_manager.filter(
                sent_on__isnull=False,
                issue__published_on__range=(period.start, period.end),
                issue__withdrawn_on=None,
            )
            .order_by("-issue__published_on", "-issue__number")
            .values("issue")[:1]
        )
        return self.filter(issue__in=newest, sent_on__isnull=False)
