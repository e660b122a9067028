"""Who acts in the tests of commendation."""

import pytest

from tests.factories import honours


@pytest.fixture
def leader(db):
    return honours.leader()


@pytest.fixture
def officer(db):
    return honours.officer()
