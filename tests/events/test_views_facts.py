"""What machines read of events, and where their pages lead."""

import pytest

from lienhiep.core.period import today
from lienhiep.events import actions
from lienhiep.events.addresses import event_url
from lienhiep.events.choices import Mode
from tests.factories.events import (
    ConferenceFactory,
    CourseFactory,
    coming,
    signed_programme,
)
from tests.reading import facts, names, neighbours, shown, way

pytestmark = pytest.mark.django_db

SCHEMA = "https://schema.org/"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://lienhiep.example"


@pytest.mark.parametrize(
    ("mode", "told_as", "places"),
    [
        (Mode.ROOM, "OfflineEventAttendanceMode", ["Place"]),
        (Mode.ONLINE, "OnlineEventAttendanceMode", ["VirtualLocation"]),
        (Mode.BOTH, "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
    ],
)
def test_an_event_tells_where_one_takes_part(client, mode, told_as, places):
    event = coming(mode=mode, place="Hội trường")

    told = facts(client.get(event_url(event)))["Event"]

    located = told["location"] if isinstance(told["location"], list) else [told["location"]]
    assert told["eventAttendanceMode"] == SCHEMA + told_as
    assert [place["@type"] for place in located] == places
    assert told["url"] == f"https://lienhiep.example{event_url(event)}"


def test_a_course_is_told_as_an_event_of_education(client):
    course = coming(CourseFactory)

    assert facts(client.get(event_url(course)))["EducationEvent"]["name"] == course.title


@pytest.mark.parametrize(
    ("verb", "state"),
    [("cancel_event", "EventCancelled"), ("postpone_event", "EventPostponed"), ("", "Scheduled")],
)
def test_an_event_tells_whether_it_takes_place(client, officer, verb, state):
    event = coming()
    if verb:
        getattr(actions, verb)(event=event, on=today(), reason="Bão", by=officer)

    assert facts(client.get(event_url(event)))["Event"]["eventStatus"].endswith(state)


def test_events_are_told_as_a_collection_of_what_comes_and_what_was(client):
    coming(title="Sắp tới")

    response = client.get("/su-kien/")

    assert names(facts(response)["CollectionPage"]) == ["Sắp tới"]
    assert way(response) == ["Trang chủ", "Sự kiện"]


def test_an_event_leads_to_what_begins_before_and_after_of_either_kind(client):
    before = coming(CourseFactory, days=5)
    here = coming(days=10)
    after = coming(days=15)
    coming(days=12, is_public=False)

    assert neighbours(client.get(event_url(here))) == {
        "prev": event_url(before),
        "next": event_url(after),
    }


def test_an_event_without_a_programme_says_what_will_stand_here(client):
    event = ConferenceFactory(programme="")

    title = shown(client.get(event_url(event))).select_one(".empty__title").get_text()

    assert title == "Chương trình chưa có trên trang tin"


def test_a_programme_in_force_shows_its_way(client):
    signed_programme(title="Chăm sóc sức khỏe", until=None)

    page = shown(client.get("/doi-tac/"))

    assert page.select_one(".partners .trail__step--here") is not None
