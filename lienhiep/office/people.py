"""Which accounts the e-office offers where somebody of the office is to be named."""

from __future__ import annotations

from typing import Any

from django import forms

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.accounts.models import User


def office_accounts() -> list[User]:
    """Return the open accounts of those who work in the office today."""
    accounts = User.objects.active().holding(*STAFF_ROLES - {Role.ADMINISTRATOR})
    return list(accounts.order_by("sort_key", "pk"))


class ColleagueField(forms.TypedChoiceField):
    """One of those who work in the office, by name.

    Not a choice among accounts, which only the administrator reads: the staff may know each
    other's names, and nothing more.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=_choices, coerce=_account, empty_value=None, **options)


class ColleaguesField(forms.TypedMultipleChoiceField):
    """Some of those who work in the office, by name."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(choices=_choices, coerce=_account, empty_value=[], **options)


def _choices() -> list[tuple[str, str]]:
    return [(str(account.pk), account.full_name) for account in office_accounts()]


def _account(pk: str) -> User:
    return User.objects.get(pk=pk)
