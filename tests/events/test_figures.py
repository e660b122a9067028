"""What the figures of this room count, and what they leave out."""

from datetime import date

import pytest

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period, today
from lienhiep.core.viewsets import admin_list_url
from lienhiep.events import actions
from lienhiep.events.actions import Present
from lienhiep.events.choices import (
    Audience,
    ConferenceKind,
    CourseKind,
    Direction,
    EventState,
    Mode,
    Place,
    SupportKind,
)
from tests.events.test_models import event_at
from tests.factories.associations import BodyFactory
from tests.factories.events import (
    CharityEventFactory,
    ConferenceFactory,
    CourseFactory,
    DelegationFactory,
    SponsorshipFactory,
    at,
    held,
    held_conference,
    received_sponsorship,
    signed_programme,
)

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)
LATER = date(2023, 1, 10)
STUDY = ConferenceKind.POLITICAL_STUDY


def value_of(code, period=YEAR, data_date=LATER):
    return evaluate(figure_named(code), period, data_date)


def parts_of(code):
    return {part.key: part.value for part in value_of(code).parts}


def test_a01_counts_study_conferences_by_the_group_they_were_for():
    held_conference(kind=STUDY, audience=Audience.KEY_CADRES)
    held_conference(kind=STUDY, audience=Audience.KEY_CADRES)
    held_conference(kind=STUDY, audience=Audience.INTELLECTUALS)
    held_conference(kind=ConferenceKind.SEMINAR)

    assert value_of("A01").value == 3
    assert parts_of("A01") == {"key_cadres": 2, "intellectuals": 1}


def test_a01a_counts_them_by_mode():
    held_conference(kind=STUDY, mode=Mode.ROOM)
    held(ConferenceFactory(kind=STUDY, mode=Mode.ONLINE, place=""), in_room=0, online=9)

    assert parts_of("A01a") == {"room": 1, "online": 1}


@pytest.mark.parametrize("state", [one for one in EventState if one != EventState.HELD])
def test_what_was_not_held_counts_nowhere(state):
    event = event_at(ConferenceFactory, state)
    event.kind = STUDY
    event.save()

    this_year = Period.year(today().year)

    counted = [
        value_of(code, period, today()).value
        for code in ("A01", "E09")
        for period in (YEAR, this_year)
    ]

    assert counted == [0, 0, 0, 0]


def test_a01_counts_by_the_last_day_and_not_by_the_first():
    conference = ConferenceFactory(kind=STUDY, on=date(2021, 12, 31))
    conference.ends_at = at(date(2022, 1, 1), 12)
    conference.save()
    held(conference)

    assert value_of("A01").value == 1
    assert value_of("A01", Period.year(2021)).value == 0


def test_a01_falls_by_one_when_it_is_taken_back(officer):
    conference = held_conference(kind=STUDY)
    before = value_of("A01").value

    actions.undo_held(event=conference, reason="Nhầm", by=officer)

    assert (before, value_of("A01").value) == (1, 0)


def test_a02_adds_up_people_by_where_they_were_and_a02a_by_group(officer):
    conference = ConferenceFactory(kind=STUDY, audience=Audience.CADRES_MEMBERS)
    actions.record_held(
        event=conference,
        on=date(2022, 6, 10),
        in_room=40,
        online=60,
        groups=[Present(Place.ROOM, Audience.KEY_CADRES, 5)],
        by=officer,
    )
    held_conference(kind=ConferenceKind.SEMINAR)

    assert value_of("A02").value == 105
    assert parts_of("A02") == {"room": 45, "online": 60}
    assert parts_of("A02a") == {"key_cadres": 5, "cadres_members": 100}


def test_a07_counts_meetings_by_the_kind_of_body():
    for kind, name in (("executive", "BCH"), ("standing", "BTV"), ("standing", "BTV 2")):
        held_conference(kind=ConferenceKind.BODY_MEETING, body=BodyFactory(kind=kind, name=name))

    assert value_of("A07").value == 3
    assert parts_of("A07") == {"executive": 1, "standing": 2}


def test_e09_leaves_out_the_study_of_resolutions_and_meetings_of_bodies():
    held_conference(kind=STUDY)
    held_conference(kind=ConferenceKind.BODY_MEETING, body=BodyFactory())
    held_conference(kind=ConferenceKind.SEMINAR)
    held_conference(kind=ConferenceKind.DISCUSSION)

    assert value_of("E09").value == 2
    assert parts_of("E09") == {"seminar": 1, "discussion": 1}


def test_every_kind_of_conference_counts_in_one_figure_and_only_one():
    for kind in ConferenceKind:
        held_conference(
            kind=kind, body=BodyFactory() if kind == ConferenceKind.BODY_MEETING else None
        )

    counted = [value_of(code).value for code in ("A01", "A07", "E09")]

    assert sum(counted) == len(ConferenceKind)


def test_e10_counts_technical_classes_and_e10a_their_sessions():
    held(CourseFactory(kind=CourseKind.TECHNICAL, sessions=3))
    held(CourseFactory(kind=CourseKind.TECHNICAL, sessions=2))
    held(CourseFactory(kind=CourseKind.ASSOCIATION_WORK, sessions=9))
    CourseFactory(kind=CourseKind.TECHNICAL)

    assert [value_of(code).value for code in ("E10", "E10a", "E11")] == [2, 5, 1]


def test_e12_counts_people_at_conferences_and_courses_but_not_at_meetings_or_study():
    held_conference(kind=ConferenceKind.SEMINAR)
    held_conference(kind=STUDY)
    held_conference(kind=ConferenceKind.BODY_MEETING, body=BodyFactory())
    held(CourseFactory(), in_room=12, online=8)

    assert [value_of(code).value for code in ("E12", "E12a")] == [50, 20]
    assert parts_of("E12") == {"room": 42, "online": 8}


def test_h01_counts_programmes_in_force_on_the_last_day_and_h01a_those_signed(officer):
    signed_programme(title="Cũ", on=date(2022, 1, 15), until=date(2022, 6, 30))
    signed_programme(title="Mới", on=date(2022, 3, 1))
    signed_programme(title="Sau", on=date(2023, 1, 11))
    ended = signed_programme(title="Bỏ", on=date(2022, 2, 1), until=None)
    actions.end_programme(programme=ended, on=date(2022, 12, 31), reason="Hết", by=officer)

    assert [value_of(code).value for code in ("H01", "H01a")] == [1, 3]


def test_h01_at_half_a_year_counts_what_was_in_force_then():
    signed_programme(title="Cũ", on=date(2022, 1, 15), until=date(2022, 6, 30))

    assert value_of("H01", Period.half(2022, 1)).value == 1


def test_h02_counts_delegations_by_direction_and_by_their_last_day():
    DelegationFactory(direction=Direction.IN)
    DelegationFactory(direction=Direction.OUT)
    DelegationFactory(starts_on=date(2022, 12, 30), ends_on=date(2023, 1, 2))

    assert parts_of("H02") == {"out": 1, "in": 1}


def test_h03_adds_up_what_came_and_no_promise():
    received_sponsorship()
    received_sponsorship(kind=SupportKind.IN_KIND, amount_promised=12_500_000)
    received_sponsorship(on=date(2023, 1, 5))
    SponsorshipFactory()

    assert value_of("H03").value == 62_500_000
    assert parts_of("H03") == {"money": 50_000_000, "in_kind": 12_500_000}


def test_h06_counts_charity_and_h06a_its_value():
    CharityEventFactory(amount=15_000_000)
    CharityEventFactory(done_on=date(2022, 10, 18), amount=20_000_000)
    CharityEventFactory(done_on=date(2023, 1, 5))

    assert [value_of(code).value for code in ("H06", "H06a")] == [2, 35_000_000]


CODES = (
    "A01",
    "A01a",
    "A02",
    "A02a",
    "A07",
    "E09",
    "E10",
    "E10a",
    "E11",
    "E12",
    "E12a",
    "H01",
    "H01a",
    "H02",
    "H03",
    "H06",
    "H06a",
)


@pytest.mark.parametrize("code", CODES)
def test_every_figure_opens_to_its_records(client, officer, code):
    held_conference(kind=STUDY)
    held(CourseFactory())
    client.force_login(officer)
    url = admin_list_url(figure_named(code).count(YEAR).model)

    response = client.get(url, {"figure": code, "period": "2022", "data_date": "2023-01-10"})

    assert response.status_code == 200
    assert len(response.context["object_list"]) == value_of(code).records
