"""Words to chain about accounts, roles and codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Q

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


class ConsentQuerySet(GuardedQuerySet):
    """Consents given, and perhaps withdrawn."""

    def in_force(self) -> Self:
        """Return the consents that have not been withdrawn."""
        return self.filter(withdrawn_at=None)


class DataRequestQuerySet(GuardedQuerySet):
    """Requests of people about their own data."""

    def open(self) -> Self:
        """Return the requests that nobody has answered."""
        return self.filter(state="open")
