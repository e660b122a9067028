"""Who acts in the tests of this room."""

import pytest

from lienhiep.accounts.choices import Role
from tests.factories.accounts import user_with
from tests.factories.events import officer as make_officer


@pytest.fixture
def officer(db):
    return make_officer()


@pytest.fixture
def leader(db):
    return user_with(Role.LEADER)
