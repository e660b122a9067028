"""Words to chain when asking for what readers write to the Union."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db.models import Q

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.portal.choices import ContactState, QuestionState, SubscriptionState


class PollQuerySet(GuardedQuerySet):
    """Polls."""

    def seen_on(self, day: date) -> Self:
        """Return the polls that readers see on a day, open and closed ones."""
        return self.filter(is_published=True, opens_on__lte=day)

    def open_on(self, day: date) -> Self:
        """Return the polls in which readers may vote on a day."""
        return self.seen_on(day).filter(Q(closes_on=None) | Q(closes_on__gte=day))


class ContactMessageQuerySet(GuardedQuerySet):
    """Letters to the office."""

    def waiting(self) -> Self:
        """Return the letters that are neither answered nor closed, the oldest first."""
        open_ones = [ContactState.NEW, ContactState.ASSIGNED]
        return self.filter(state__in=open_ones).order_by("received_at", "pk")


class QuestionQuerySet(GuardedQuerySet):
    """Questions of readers."""

    def published(self) -> Self:
        """Return the questions answered on the site, the newest answer first."""
        return self.filter(state=QuestionState.PUBLISHED).order_by("-published_at", "-pk")

    def waiting(self) -> Self:
        """Return the questions that wait, the oldest first."""
        return self.filter(state=QuestionState.WAITING).order_by("asked_at", "pk")


class SubscriptionQuerySet(GuardedQuerySet):
    """Subscriptions."""

    def confirmed(self) -> Self:
        """Return those to which the digest goes."""
        return self.filter(state=SubscriptionState.CONFIRMED)
