"""What the check of stored data finds in this room."""

from datetime import date

import pytest

from lienhiep.events.choices import Mode
from lienhiep.events.data_checks import (
    attendance_known,
    days_in_order,
    past_recorded,
    people_where_it_was,
    place_fits_mode,
    programme_papers,
)
from tests.factories.events import (
    AttendanceFactory,
    ConferenceFactory,
    CourseFactory,
    coming,
    held_conference,
    signed_programme,
)
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db


def found(check):
    return [finding.record for finding in check()]


def test_an_event_that_is_over_and_not_recorded_is_found():
    held_conference()
    coming()
    over, course = ConferenceFactory(), CourseFactory()

    assert found(past_recorded) == [over, course]


def test_an_event_held_by_nobody_is_found():
    held_conference()
    empty = ConferenceFactory(held_on=date(2022, 6, 10))

    assert [row.pk for row in found(attendance_known)] == [empty.pk]


def test_an_event_held_before_it_began_is_found():
    held_conference()
    wrong = ConferenceFactory(held_on=date(2022, 6, 1))

    assert [row.pk for row in found(days_in_order)] == [wrong.pk]


def test_an_online_event_in_a_room_and_a_room_without_a_place_are_found():
    online = ConferenceFactory(mode=Mode.ONLINE, place="Hội trường")
    nowhere = held_conference(mode=Mode.ROOM, place="")
    ConferenceFactory()

    assert found(place_fits_mode) == [online, nowhere]


def test_people_online_at_an_event_in_the_room_are_found():
    wrong = AttendanceFactory(conference__mode=Mode.ROOM, place="online")
    AttendanceFactory(conference__mode=Mode.BOTH, place="online")

    assert found(people_where_it_was) == [wrong]


def test_a_programme_in_force_without_its_text_is_found():
    wrong = signed_programme(until=None)
    right = signed_programme(until=None, title="Có văn bản")
    right.document = OfficialDocumentFactory()
    right.save()

    assert found(programme_papers) == [wrong]
