import pytest

from lienhiep.office.reference import load_books, load_kinds
from tests.factories.office import clerk as make_clerk
from tests.factories.office import leader as make_leader


@pytest.fixture
def clerk(db):
    return make_clerk()


@pytest.fixture
def leader(db):
    return make_leader()


@pytest.fixture
def books(db):
    load_kinds()
    load_books()
