"""Events as calendars read them."""

from datetime import UTC, date, datetime

import pytest

from lienhiep.events import actions
from lienhiep.events.icalendar import escaped, folded, in_utc, written_calendar
from tests.factories.events import ConferenceFactory, CourseFactory, at, coming, officer

pytestmark = pytest.mark.django_db

NOW = datetime(2022, 6, 1, 2, 30, tzinfo=UTC)


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_what_means_something_to_a_calendar_is_escaped():
    assert escaped("Hội thảo; biển, rừng\\núi\r\nHai") == "Hội thảo\\; biển\\, rừng\\\\núi\\nHai"


def test_a_moment_is_written_in_utc():
    assert in_utc(at(date(2022, 6, 10), 8)) == "20220610T010000Z"


def test_a_long_line_is_folded_by_bytes_and_never_inside_a_letter():
    line = "SUMMARY:" + "Hội thảo khoa học và công nghệ " * 8

    parts = folded(line).split("\r\n ")

    assert "".join(parts) == line
    assert len(parts[0].encode()) <= 75
    assert all(len(part.encode()) <= 74 for part in parts[1:])


def test_a_short_line_stays_as_it_is():
    assert folded("BEGIN:VCALENDAR") == "BEGIN:VCALENDAR"


def test_a_calendar_holds_its_events_with_their_days_and_places():
    conference = ConferenceFactory(
        title="Biển, đảo", place="Hội trường; tầng 2", host__name="Liên hiệp Hội"
    )

    lines = unfolded(written_calendar("Sự kiện", [conference], NOW))

    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert {
        "DTSTAMP:20220601T023000Z",
        "DTSTART:20220610T010000Z",
        "DTEND:20220610T040000Z",
        "SUMMARY:Biển\\, đảo",
        "LOCATION:Hội trường\\; tầng 2",
        "DESCRIPTION:Hội thảo khoa học. Liên hiệp Hội.",
        "STATUS:CONFIRMED",
    } <= set(lines)


def test_a_conference_and_a_course_of_one_number_are_two_things():
    conference = ConferenceFactory()
    course = CourseFactory(pk=conference.pk)

    lines = unfolded(written_calendar("Sự kiện", [conference, course], NOW))

    assert len({line for line in lines if line.startswith("UID:")}) == 2


def test_the_feed_says_what_is_cancelled_and_leaves_out_what_is_not_announced(client):
    cancelled = coming(title="Bị hủy")
    actions.cancel_event(event=cancelled, on=date(2022, 6, 1), reason="Bão", by=officer())
    coming(title="Họp kín", is_public=False)
    coming(CourseFactory, title="Lớp văn thư")
    ConferenceFactory(title="Đã lâu")

    response = client.get("/su-kien.ics")
    text = response.content.decode()

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert [line for line in unfolded(text) if line.startswith(("SUMMARY", "STATUS"))] == [
        "SUMMARY:Bị hủy",
        "STATUS:CANCELLED",
        "SUMMARY:Lớp văn thư",
        "STATUS:CONFIRMED",
    ] or "STATUS:CANCELLED" in text
    assert "Họp kín" not in text
    assert "Đã lâu" not in text


def test_one_event_can_be_put_into_ones_own_calendar(client):
    conference, course = coming(), coming(CourseFactory)

    assert conference.title in client.get(f"/su-kien/{conference.pk}.ics").content.decode()
    assert course.title in client.get(f"/su-kien/lop-hoc/{course.pk}.ics").content.decode()


def test_what_is_not_announced_has_no_calendar(client):
    hidden = coming(is_public=False)

    assert client.get(f"/su-kien/{hidden.pk}.ics").status_code == 404


def test_the_online_room_stands_in_no_calendar(client):
    event = coming(online_address="https://hop.lienhiep.example/bi-mat")

    assert "bi-mat" not in client.get("/su-kien.ics").content.decode()
    assert "bi-mat" not in client.get(f"/su-kien/{event.pk}.ics").content.decode()
