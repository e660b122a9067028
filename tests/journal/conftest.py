"""Who acts in the tests of the journal."""

import pytest

from tests.factories import journal


@pytest.fixture
def secretary(db):
    return journal.secretary()


@pytest.fixture
def leader(db):
    return journal.leader()
