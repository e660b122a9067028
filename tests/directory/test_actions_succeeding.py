"""Who became whom is recorded one by one, and ends the old unit."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.directory.actions import record_succession
from lienhiep.directory.querysets import successors_of
from tests.factories.directory import UnitChangeFactory, UnitFactory

pytestmark = pytest.mark.django_db

DAY = date(2027, 1, 1)


@pytest.fixture
def change():
    return UnitChangeFactory(effective=DAY)


def test_a_succession_ends_the_old_unit_the_day_before(change, clerk):
    old, new = UnitFactory(), UnitFactory(valid_from=DAY)

    record_succession(change=change, old=old, new=new, by=clerk)

    old.refresh_from_db()
    assert old.valid_to == date(2026, 12, 31)
    assert successors_of(old, DAY) == {new: 100}


def test_a_share_alone_does_not_end_the_old_unit(change, clerk):
    old, north, south = UnitFactory(), UnitFactory(valid_from=DAY), UnitFactory(valid_from=DAY)

    record_succession(change=change, old=old, new=north, share=60, by=clerk)
    old.refresh_from_db()
    assert old.valid_to is None

    record_succession(change=change, old=old, new=south, share=40, by=clerk)
    old.refresh_from_db()
    assert old.valid_to == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("old", "new", "share", "field"),
    [
        ({}, {"valid_from": date(2027, 2, 1)}, 100, "new"),
        ({}, {"valid_to": date(2026, 12, 31)}, 100, "new"),
        ({"valid_to": date(2026, 6, 30)}, {"valid_from": DAY}, 100, "old"),
        ({"valid_from": DAY}, {"valid_from": DAY}, 100, "old"),
        ({}, {"valid_from": DAY}, 101, "share"),
    ],
)
def test_what_cannot_follow_is_refused_at_its_field(change, clerk, old, new, share, field):
    with pytest.raises(ValidationError) as refusal:
        record_succession(
            change=change, old=UnitFactory(**old), new=UnitFactory(**new), share=share, by=clerk
        )

    assert list(refusal.value.message_dict) == [field]
