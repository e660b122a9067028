"""What tests of accounts find."""

import pytest
from django.core.cache import cache

from lienhiep.accounts.choices import Role
from tests.factories.accounts import user_with


@pytest.fixture(autouse=True)
def no_attempts_yet(db):
    """Begin each test with nobody counted as having tried."""
    cache.clear()


@pytest.fixture
def administrator(db):
    return user_with(Role.ADMINISTRATOR, full_name="Phan Quản Trị")


@pytest.fixture
def clerk(db):
    return user_with(Role.RECORDS_CLERK, full_name="Lê Văn Thư")
