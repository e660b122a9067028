"""The records of this room: what is derived agrees with what the database says."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.events import actions
from lienhiep.events.choices import (
    ConferenceKind,
    EventState,
    Mode,
    ProgrammeState,
    SponsorshipState,
)
from lienhiep.events.models import (
    Attendance,
    Conference,
    CoordinationProgramme,
    Course,
    Delegation,
    Sponsorship,
)
from lienhiep.events.trails import steps_of_event, steps_of_programme, steps_of_sponsorship
from tests.factories.associations import BodyFactory
from tests.factories.events import (
    AttendanceFactory,
    CoHostFactory,
    ConclusionFactory,
    ConferenceFactory,
    CoordinationProgrammeFactory,
    CourseFactory,
    DelegationFactory,
    SponsorshipFactory,
    at,
    coming,
    held,
    officer,
    received_sponsorship,
    signed_programme,
)

pytestmark = pytest.mark.django_db


def event_at(factory_class, state):
    """Make an event that stands at a state, through the verbs that lead there."""
    event = coming(factory_class) if state == EventState.PLANNED else factory_class()
    by = officer()
    match state:
        case EventState.HELD:
            held(event, by=by)
        case EventState.CANCELLED:
            actions.cancel_event(event=event, on=today(), reason="Bão", by=by)
        case EventState.POSTPONED:
            actions.postpone_event(event=event, on=today(), reason="Bão", by=by)
    return event


@pytest.mark.parametrize("factory_class", [ConferenceFactory, CourseFactory])
@pytest.mark.parametrize("state", list(EventState))
def test_the_state_of_an_event_is_the_same_in_python_and_in_the_database(factory_class, state):
    event = event_at(factory_class, state)
    model = type(event)

    assert model.objects.get(pk=event.pk).state == state
    assert model.objects.with_state().get(pk=event.pk).state_code == state


def test_an_event_is_over_only_when_its_last_day_in_vietnam_is():
    event = ConferenceFactory(starts_at=at(date(2022, 6, 10), 22), ends_at=None)

    assert event.state_on(date(2022, 6, 10)) == EventState.PLANNED
    assert event.state_on(date(2022, 6, 11)) == EventState.UNRECORDED
    rows = Conference.objects
    assert rows.with_state(date(2022, 6, 10)).get().state_code == EventState.PLANNED
    assert rows.with_state(date(2022, 6, 11)).get().state_code == EventState.UNRECORDED


def test_a_meeting_of_a_body_names_the_body():
    meeting = ConferenceFactory.build(kind=ConferenceKind.BODY_MEETING)

    with pytest.raises(ValidationError) as refused:
        meeting.clean()

    assert list(refused.value.message_dict) == ["body"]


def test_the_database_refuses_a_meeting_without_its_body():
    with pytest.raises(IntegrityError), transaction.atomic():
        ConferenceFactory(kind=ConferenceKind.BODY_MEETING)


def test_the_database_refuses_what_was_both_held_and_cancelled():
    event = ConferenceFactory(held_on=date(2022, 6, 10))
    event.cancelled_on, event.cancel_reason = date(2022, 6, 1), "Bão"

    with pytest.raises(IntegrityError), transaction.atomic():
        event.save()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ends_at": at(date(2022, 6, 9))}, "ends_at"),
        ({"ends_at": at(date(2023, 6, 9))}, "ends_at"),
        ({"mode": Mode.ROOM, "online_address": "https://hop.example/1"}, "online_address"),
        ({"mode": Mode.ONLINE, "place": "Hội trường"}, "place"),
        ({"ordinal": 3}, "ordinal"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(facts, field):
    event = ConferenceFactory.build(**facts)

    with pytest.raises(ValidationError) as refused:
        event.clean()

    assert list(refused.value.message_dict) == [field]


def test_an_attendance_belongs_to_a_conference_or_to_a_course():
    with pytest.raises(IntegrityError), transaction.atomic():
        AttendanceFactory(course=CourseFactory())


def test_a_group_is_counted_once_in_each_way_of_taking_part():
    row = AttendanceFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        AttendanceFactory(conference=row.conference)


def test_a_conference_has_one_conclusion_of_each_number():
    conclusion = ConclusionFactory(number=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        ConclusionFactory(conference=conclusion.conference, number=1)


def test_co_organisers_stand_in_the_history_of_the_conference():
    row = CoHostFactory()

    row.delete()

    kinds = [kind for entry in entries_of(row.conference) for _l, kind, _c in entry.children]
    assert kinds == ["delete", "create"]


def test_a_meeting_keeps_its_number_within_the_body():
    meeting = ConferenceFactory(
        kind=ConferenceKind.BODY_MEETING, body=BodyFactory(), ordinal=4, title="Họp lần 4"
    )

    meeting.full_clean()

    assert Conference.objects.meetings_of_bodies().get() == meeting


PROGRAMMES = {
    ProgrammeState.PREPARING: CoordinationProgrammeFactory,
    ProgrammeState.SIGNED: lambda: signed_programme(on=today(), until=None),
    ProgrammeState.IN_FORCE: lambda: signed_programme(until=None),
    ProgrammeState.ENDED: signed_programme,
}


@pytest.mark.parametrize("state", list(ProgrammeState))
def test_the_state_of_a_programme_is_the_same_in_python_and_in_the_database(state):
    programme = PROGRAMMES[state]()
    if state == ProgrammeState.SIGNED:
        programme.valid_from = today() + timedelta(days=30)
        programme.save()

    assert CoordinationProgramme.objects.get().state == state
    assert CoordinationProgramme.objects.with_state().get().state_code == state


@pytest.mark.parametrize("state", list(SponsorshipState))
def test_the_state_of_a_sponsorship_is_the_same_in_python_and_in_the_database(state):
    sponsorship = (
        received_sponsorship() if state == SponsorshipState.RECEIVED else SponsorshipFactory()
    )
    if state == SponsorshipState.RELEASED:
        actions.release_sponsorship(
            sponsorship=sponsorship, on=date(2022, 5, 1), reason="Đổi ý", by=officer()
        )

    assert Sponsorship.objects.get().state == state
    assert Sponsorship.objects.with_state().get().state_code == state


def test_a_visit_of_one_day_ends_on_it():
    visit = DelegationFactory(ends_on=None)

    assert Delegation.objects.get().ends_on == visit.starts_on


@pytest.mark.parametrize(
    ("state", "marks"),
    [
        (EventState.PLANNED, ["done", "here"]),
        (EventState.UNRECORDED, ["done", "late"]),
        (EventState.POSTPONED, ["done", "here", "ahead"]),
        (EventState.CANCELLED, ["done", "here"]),
        (EventState.HELD, ["done", "done", "ahead"]),
    ],
)
def test_the_trail_of_a_conference_shows_where_it_is(state, marks):
    conference = event_at(ConferenceFactory, state)

    assert [step["state"] for step in steps_of_event(conference)] == marks


def test_the_trail_of_a_course_ends_when_it_is_held():
    course = event_at(CourseFactory, EventState.HELD)

    assert [step["state"] for step in steps_of_event(course)] == ["done", "done"]


def test_the_trail_of_a_programme_says_until_when_it_holds():
    programme = signed_programme(until=today() + timedelta(days=100))

    assert [step["state"] for step in steps_of_programme(programme)] == [
        "done",
        "done",
        "here",
        "ahead",
    ]
    assert steps_of_programme(programme)[2]["until"] == programme.valid_until


def test_the_trail_of_a_sponsorship_ends_with_its_receipt():
    assert [step["state"] for step in steps_of_sponsorship(received_sponsorship())] == [
        "done",
        "done",
    ]


def test_a_course_counts_people_room_and_online_together():
    course = held(CourseFactory(), in_room=20, online=5)

    assert Course.objects.get().attended() == 25
    assert Attendance.objects.filter(course=course).count() == 2
