"""Who acts in the tests of the associations, and what law and office ask of congresses."""

import pytest

from tests.factories import associations


@pytest.fixture
def officer(db):
    return associations.officer()


@pytest.fixture
def manager(db):
    return associations.manager()


@pytest.fixture
def values(db):
    associations.load_values()
