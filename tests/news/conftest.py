"""Who acts in the tests of the news."""

import pytest

from tests.factories import news


@pytest.fixture
def by(db):
    return news.editor()
