"""Who acts in the tests of this room."""

import pytest

from tests.factories import advisory
from tests.factories.journal import staff


@pytest.fixture
def officer(db):
    return advisory.officer()


@pytest.fixture
def leader(db):
    return advisory.leader()


@pytest.fixture
def accountant(db):
    return staff("accountant")


@pytest.fixture
def expert(db):
    return advisory.expert()
