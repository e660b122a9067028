"""Recording what was held, who came, and what was concluded."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.events import actions
from lienhiep.events.actions import Present
from lienhiep.events.choices import Audience, EventState, Mode, Place
from lienhiep.events.models import Attendance, Conclusion, Conference, Course
from tests.factories.directory import PersonFactory
from tests.factories.events import (
    ConferenceFactory,
    CourseFactory,
    coming,
    held,
    held_conference,
)

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)


def present_at(event):
    rows = event.attendance.order_by("audience", "place")
    return [(row.place, row.audience, row.number) for row in rows]


def test_record_held_counts_people_in_the_room_and_online(officer):
    event = ConferenceFactory()

    actions.record_held(event=event, on=JUNE, in_room=40, online=25, by=officer)

    assert Conference.objects.get().held_on == JUNE
    assert present_at(event) == [
        (Place.ONLINE, Audience.INTELLECTUALS, 25),
        (Place.ROOM, Audience.INTELLECTUALS, 40),
    ]


def test_record_held_takes_other_groups_too(officer):
    event = ConferenceFactory()

    actions.record_held(
        event=event,
        on=JUNE,
        in_room=40,
        groups=[Present(Place.ROOM, Audience.KEY_CADRES, 9)],
        by=officer,
    )

    assert event.attended() == 49


def test_record_held_is_one_entry_that_says_how_many_came(officer):
    event = ConferenceFactory()

    actions.record_held(event=event, on=JUNE, in_room=40, by=officer)

    (newest, *_older) = entries_of(event)
    assert (newest.log.action, newest.log.data["people"]) == ("events.record_held", 40)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": today() + timedelta(days=1), "in_room": 5}, "on"),
        ({"on": JUNE - timedelta(days=1), "in_room": 5}, "on"),
        ({"on": JUNE}, "in_room"),
    ],
)
def test_record_held_refuses_what_cannot_be(officer, facts, field):
    event = ConferenceFactory()

    with pytest.raises(ValidationError) as refused:
        actions.record_held(event=event, by=officer, **facts)

    assert list(refused.value.message_dict) == [field]
    assert Conference.objects.get().held_on is None
    assert Attendance.objects.count() == 0


@pytest.mark.parametrize(
    ("mode", "people", "field"),
    [
        (Mode.ROOM, {"online": 5}, "online"),
        (Mode.ONLINE, {"in_room": 5}, "in_room"),
    ],
)
def test_record_held_refuses_people_where_nobody_could_be(officer, mode, people, field):
    event = ConferenceFactory(mode=mode, place="" if mode == Mode.ONLINE else "Hội trường")

    with pytest.raises(ValidationError) as refused:
        actions.record_held(event=event, on=JUNE, by=officer, **people)

    assert list(refused.value.message_dict) == [field]


def test_a_form_sent_twice_records_an_event_once(officer):
    event = held(ConferenceFactory(), by=officer)

    with pytest.raises(ValidationError):
        actions.record_held(event=event, on=JUNE, in_room=99, by=officer)

    assert event.attended() == 30


def test_hold_course_keeps_sessions_and_certificates(officer):
    course = CourseFactory(sessions=4)

    actions.hold_course(course=course, on=JUNE, sessions=3, in_room=20, certificates=18, by=officer)

    row = Course.objects.get()
    assert (row.sessions, row.certificates, row.held_on) == (3, 18, JUNE)


def test_hold_course_refuses_more_certificates_than_people_and_keeps_nothing(officer):
    course = CourseFactory()

    with pytest.raises(ValidationError) as refused:
        actions.hold_course(
            course=course, on=JUNE, sessions=2, in_room=5, certificates=6, by=officer
        )

    assert list(refused.value.message_dict) == ["certificates"]
    assert Course.objects.get().held_on is None


def test_record_attendance_puts_another_number_in_its_place(officer):
    event = held_conference()

    actions.record_attendance(
        event=event, place=Place.ROOM, audience=Audience.INTELLECTUALS, number=33, by=officer
    )

    assert present_at(event) == [(Place.ROOM, Audience.INTELLECTUALS, 33)]


def test_record_attendance_refuses_a_way_in_which_it_was_not_held(officer):
    event = held_conference(mode=Mode.ROOM)

    with pytest.raises(ValidationError) as refused:
        actions.record_attendance(
            event=event, place=Place.ONLINE, audience=Audience.PUBLIC, number=3, by=officer
        )

    assert list(refused.value.message_dict) == ["place"]


def test_undo_held_takes_back_the_day_and_the_numbers(officer):
    event = held_conference()

    actions.undo_held(event=event, reason="Nhầm hội nghị", by=officer)

    assert Conference.objects.get().state == EventState.UNRECORDED
    assert Attendance.objects.count() == 0
    assert entries_of(event)[0].log.data["reason"] == "Nhầm hội nghị"


def test_undo_held_refuses_while_conclusions_stand(officer):
    event = held_conference()
    actions.record_conclusions(conference=event, texts=["Nâng chất lượng tập san"], by=officer)

    with pytest.raises(ValidationError):
        actions.undo_held(event=event, reason="Nhầm", by=officer)

    assert Conference.objects.get().state == EventState.HELD


def test_record_conclusions_numbers_them_after_those_that_stand(officer):
    chair = PersonFactory()
    event = held_conference(chair=chair)

    actions.record_conclusions(conference=event, texts=["Một", " ", "Hai"], by=officer)
    actions.record_conclusions(conference=event, texts=["Ba"], by=officer)

    rows = Conclusion.objects.order_by("number")
    assert [(row.number, row.text, row.speaker) for row in rows] == [
        (1, "Một", chair),
        (2, "Hai", chair),
        (3, "Ba", chair),
    ]


@pytest.mark.parametrize("texts", [[], [" "], ["Một", "Một"]])
def test_record_conclusions_refuses_none_and_one_said_twice(officer, texts):
    with pytest.raises(ValidationError) as refused:
        actions.record_conclusions(conference=held_conference(), texts=texts, by=officer)

    assert list(refused.value.message_dict) == ["texts"]


def test_a_conference_that_was_not_held_concludes_nothing(officer):
    with pytest.raises(ValidationError):
        actions.record_conclusions(conference=coming(), texts=["Một"], by=officer)

    assert Conclusion.objects.count() == 0
