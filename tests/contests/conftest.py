"""Who acts in the tests of contests, and the law that holds in them."""

from datetime import date

import pytest

from lienhiep.contests.reference_codes import CHILD_UNDER, JOINT_CONSENT_FROM
from lienhiep.core.reference import set_reference
from tests.factories import contests


@pytest.fixture
def organiser(db):
    return contests.organiser()


@pytest.fixture
def law(db):
    """A child is under 16, and is asked from 7 on."""
    for code, years in ((CHILD_UNDER, 16), (JOINT_CONSENT_FROM, 7)):
        set_reference(
            code=code, value=years, valid_from=date(2020, 1, 1), source="Luật thử", by=None
        )
