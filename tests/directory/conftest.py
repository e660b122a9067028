"""Accounts by role, for asking who may do what in the directory."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model


@pytest.fixture
def account(db):
    """Return a function that makes an account with roles, perhaps for a person."""

    def make(*roles, person=None):
        User = get_user_model()
        number = User.objects.count()
        user = User.objects.create_user(
            f"ai{number}@lienhiep.example", "mat-khau-dai", full_name=f"Ai {number}", person=person
        )
        for role in roles:
            user.role_grants.create(role=role, since=date(2020, 1, 1))
        return user

    return make


@pytest.fixture
def clerk(account):
    """Return the account of a records clerk."""
    return account("records_clerk")
