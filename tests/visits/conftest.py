"""A folder of its own for each test, and who states balances."""

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.visits import answered, segments, visitors
from tests.factories.accounts import user_with


@pytest.fixture
def folder(tmp_path, settings):
    """Let visits lie in a folder that nobody else writes to."""
    settings.DATA_DIR = tmp_path
    answered.begin_anew()
    segments.writer_of.cache_clear()
    visitors.key_of_day.cache_clear()
    return segments.visits_folder()


@pytest.fixture
def administrator(db):
    return user_with(Role.ADMINISTRATOR, full_name="Phan Quản Trị")
