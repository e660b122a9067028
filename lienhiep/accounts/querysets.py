"""Words to chain about accounts, roles and codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from lienhiep.accounts.childhood import GIVERS, ages_of_consent
from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.history import RecordedQuerySet
from lienhiep.core.period import today


class UserQuerySet(GuardedQuerySet):
    """Accounts."""

    def active(self) -> Self:
        """Return the accounts that may sign in."""
        return self.filter(is_active=True)

    def of_persons(self, persons: Any) -> Self:
        """Return the open accounts of some persons of the directory."""
        return self.active().filter(person__in=persons)

    def holding(self, *roles: str, on: date | None = None) -> Self:
        """Return the accounts that hold one of these roles on a day, today unless said."""
        day = on or today()
        held = Q(role_grants__since__lte=day) & (
            Q(role_grants__until=None) | Q(role_grants__until__gte=day)
        )
        return self.filter(held, role_grants__role__in=roles).distinct()


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Makes accounts."""

    def create_user(
        self, email: str | None = None, password: str | None = None, **fields: Any
    ) -> Any:
        """Make an account with an e-mail address, a phone number (`phone=`), or both."""
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Any:
        """Make an account that opens every setting (not every record)."""
        return self.create_user(email, password, is_superuser=True, **fields)


class RoleGrantQuerySet(RecordedQuerySet):
    """Roles held from a day, perhaps to a day."""

    def held_on(self, day: date) -> Self:
        """Return the grants in force on a day, both ends included."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def of_roles(self, roles: Iterable[str]) -> Self:
        """Return the grants of these roles."""
        return self.filter(role__in=list(roles))

    def not_over_by(self, day: date) -> Self:
        """Return the grants in force on a day or beginning after it."""
        return self.filter(Q(until=None) | Q(until__gte=day))


class OneTimeCodeQuerySet(models.QuerySet):
    """Printed codes."""

    def live(self, moment: datetime, attempts: int) -> Self:
        """Return the codes that would still be accepted at a moment."""
        return self.filter(
            used_at=None, ended_at=None, valid_until__gt=moment, attempts__lt=attempts
        )


class ConsentTextQuerySet(GuardedQuerySet):
    """Texts of consents, drafts among them."""

    def in_force(self, on: date) -> Self:
        """Return the text that holds on a day for each purpose: the newest begun by then."""
        newest = (
            self.model.objects.filter(purpose=OuterRef("purpose"), valid_from__lte=on)
            .order_by("-valid_from")
            .values("pk")[:1]
        )
        return self.filter(pk=Subquery(newest))

    def with_later(self, on: date) -> Self:
        """Add `has_later`: whether a later text of the purpose has come into force by a day."""
        later = self.model.objects.filter(
            purpose=OuterRef("purpose"),
            valid_from__gt=OuterRef("valid_from"),
            valid_from__lte=on,
        )
        return self.annotate(has_later=Exists(later))


class ConsentQuerySet(GuardedQuerySet):
    """Consents given, and perhaps withdrawn."""

    def in_force(self) -> Self:
        """Return the consents that have not been withdrawn."""
        return self.filter(withdrawn_at=None)

    def consenting(self, people: Iterable[int], purpose: str, *, of_children: bool) -> set[int]:
        """Return those of some persons whose consent to a purpose counts today.

        Where children take part, the age on the day of the consent says who must have given
        it (law 91/2025/QH15, art. 24): the child, the representative, or both, be it on one
        form or on two. Whoever had the use of their data restricted is not among them.
        """
        wanted = set(people) - people_restricted(people)
        rows = self.model.objects.in_force().filter(person__in=wanted, purpose=purpose)
        found = rows.order_by("given_at").values_list(
            "person_id", "given_by", "given_at", "person__birth_date"
        )
        if not of_children:
            return {person for person, *_rest in found}
        ages = ages_of_consent(today())
        given: dict[int, set[str]] = {}
        agreed = set()
        for person, given_by, given_at, born in found:
            own = GIVERS[given_by]
            together = given.setdefault(person, set())
            together |= own
            needed = ages.givers_needed(born, timezone.localtime(given_at).date())
            if needed <= own or needed <= together:
                agreed.add(person)
        return agreed

    def outdated(self, on: date) -> Self:
        """Return those in force whose text was followed by one that asks people anew."""
        later = self.model.seen_text.field.related_model.objects.filter(
            purpose=OuterRef("purpose"),
            valid_from__gt=OuterRef("seen_text__valid_from"),
            valid_from__lte=on,
            asks_anew=True,
        )
        return self.in_force().filter(Exists(later))


class DataRequestQuerySet(GuardedQuerySet):
    """Requests of people about their own data."""

    def open(self) -> Self:
        """Return the requests that nobody has answered."""
        return self.filter(state="open")

    def restricting(self) -> Self:
        """Return the requests granted because of which somebody stays off the public pages."""
        return self.filter(
            right__in=["restrict", "object"], state="done", restriction_ended_on=None
        )


def people_restricted(people: Iterable[int]) -> set[int]:
    """Return those of some persons whose data may not be shown for the time being."""
    from lienhiep.accounts.models import DataRequest  # models are made from query sets

    ids = set(people)
    rows = DataRequest.objects.restricting()
    found = rows.filter(Q(person__in=ids) | Q(user__person__in=ids))
    return {pk for pair in found.values_list("person", "user__person") for pk in pair if pk} & ids
