"""A report on a small year of the journal, and the people around it."""

from datetime import date

import pytest
from django.utils import translation

from lienhiep.accounts.choices import Role
from tests.factories.accounts import user_with
from tests.factories.journal import published_issue
from tests.factories.reports import ReportFactory, SectionFactory


@pytest.fixture(autouse=True)
def vietnamese():
    with translation.override("vi"):
        yield


@pytest.fixture
def leader(db):
    return user_with(Role.LEADER, full_name="Lê Văn Lãnh Đạo")


@pytest.fixture
def officer(db):
    return user_with(Role.OFFICER, full_name="Trần Thị Cán Bộ")


@pytest.fixture
def issues(db):
    """Two issues of 2022: an ordinary one and a double one."""
    return [
        published_issue(number=1, on=date(2022, 3, 10)),
        published_issue(number=2, number_count=2, on=date(2022, 6, 10)),
    ]


@pytest.fixture
def report(db):
    """A draft with one chapter that names the first figure of the journal."""
    return SectionFactory().report


@pytest.fixture
def empty_report(db):
    return ReportFactory()
