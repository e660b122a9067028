"""What readers see of events and partners on the site, and what does not exist for them."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.core.page_sections import sections_for
from lienhiep.core.period import today
from lienhiep.events import actions
from lienhiep.events.addresses import event_url, registration_url
from lienhiep.events.choices import ConferenceKind, Mode
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.events import (
    CoHostFactory,
    ConclusionFactory,
    ConferenceFactory,
    CourseFactory,
    DelegationFactory,
    ProgrammePartnerFactory,
    SponsorshipFactory,
    TeacherFactory,
    coming,
    held,
    held_conference,
    open_event,
    received_sponsorship,
    signed_programme,
)
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(response, part):
    section = page(response).find(id=part)
    return [link.get_text() for link in section.parent.select(".event__title a")] if section else []


def test_events_begin_with_what_comes_the_next_first_then_what_was(client, officer):
    coming(days=20, title="Sau")
    coming(CourseFactory, days=10, title="Trước")
    waits = coming(days=5, title="Hoãn")
    actions.postpone_event(event=waits, on=today(), reason="Bão", by=officer)
    held_conference(title="Đã xong")
    held(CourseFactory(on=date(2022, 7, 1), title="Lớp đã xong"))

    response = client.get("/su-kien/")

    assert titles(response, "coming") == ["Trước", "Sau", "Hoãn"]
    assert titles(response, "past") == ["Lớp đã xong", "Đã xong"]


def test_what_is_not_announced_stands_in_no_list(client):
    coming(is_public=False, title="Họp kín")
    held_conference(is_public=False, title="Họp kín đã xong")

    text = client.get("/su-kien/").content.decode()

    assert "Họp kín" not in text


def test_without_events_the_page_says_what_will_stand_here(client):
    found = page(client.get("/su-kien/"))

    assert [one.get_text() for one in found.select(".empty__title")] == [
        "Hiện chưa có sự kiện nào được thông báo",
        "Không có sự kiện đã qua nào phù hợp",
    ]


def test_past_events_are_narrowed_by_year_kind_and_mode(client):
    held_conference(title="Đúng", kind=ConferenceKind.SEMINAR, mode=Mode.ROOM)
    held_conference(title="Khác năm", on=date(2021, 5, 5), mode=Mode.ROOM)
    held_conference(title="Khác loại", kind=ConferenceKind.DISCUSSION, mode=Mode.ROOM)
    held_conference(title="Khác hình thức")

    response = client.get("/su-kien/?nam=2022&loai=seminar&hinh_thuc=room")

    assert titles(response, "past") == ["Đúng"]
    assert titles(response, "coming") == []


@pytest.mark.parametrize("asked", ["nam=1999", "nam=abc", "loai=x", "page=abc", "page=999"])
def test_a_question_that_makes_no_sense_is_no_error(client, asked):
    held_conference()

    assert client.get(f"/su-kien/?{asked}").status_code == 200


def test_past_events_are_shown_in_pages(client):
    for number in range(17):
        held_conference(title=f"Hội thảo {number:02}", on=date(2022, 1, 1) + timedelta(number))

    assert len(titles(client.get("/su-kien/"), "past")) == 15
    assert titles(client.get("/su-kien/?page=2"), "past") == ["Hội thảo 01", "Hội thảo 00"]


def test_the_list_asks_as_often_for_twelve_events_as_for_one(client):
    held_conference()
    coming()
    client.get("/su-kien/")
    with CaptureQueriesContext(connection) as few:
        client.get("/su-kien/")
    for number in range(11):
        held_conference(on=date(2022, 1, 1) + timedelta(number))
        coming(days=number + 2)

    with CaptureQueriesContext(connection) as many:
        client.get("/su-kien/")

    assert len(many) == len(few)


def test_a_month_shows_each_event_on_its_days(client):
    course = CourseFactory(on=date(2022, 6, 29), title="Lớp ba ngày")
    course.ends_at = course.starts_at + timedelta(days=2)
    course.save()
    ConferenceFactory(on=date(2022, 6, 10), title="Hội thảo")
    ConferenceFactory(on=date(2022, 7, 10), title="Tháng khác")

    june = page(client.get("/su-kien/thang/2022-6/"))
    july = page(client.get("/su-kien/thang/2022-7/"))

    assert [link.get_text() for link in june.select(".month__event a")] == [
        "08:00 Hội thảo",
        "08:00 Lớp ba ngày",
        "Lớp ba ngày",
    ]
    assert [link.get_text() for link in july.select(".month__event a")] == [
        "Lớp ba ngày",
        "08:00 Tháng khác",
    ]


@pytest.mark.parametrize("month", ["2022-13", "2022-0", "1800-1", "9999-1"])
def test_a_month_that_does_not_exist_is_not_found(client, month):
    assert client.get(f"/su-kien/thang/{month}/").status_code == 404


def test_the_months_lead_to_each_other_over_the_year(client):
    found = page(client.get("/su-kien/thang/2022-12/"))

    assert found.select_one("a[rel=next]")["href"] == "/su-kien/thang/2023-1/"
    assert found.select_one("a[rel=prev]")["href"] == "/su-kien/thang/2022-11/"


def facts_of(response):
    found = page(response).select_one("dl.facts")
    return {row.dt.get_text(): row.dd.get_text() for row in found.select("div")}


def test_a_conference_says_when_where_who_and_how_many(client):
    conference = ConferenceFactory(chair=PersonFactory(full_name="Phan Chủ Trì", titles="TS"))
    CoHostFactory(conference=conference, organisation__name="Sở Nước")
    held(conference, in_room=40, online=5)

    facts = facts_of(client.get(event_url(conference)))

    assert facts["Thời gian"] == "08:00 – 11:00 10/06/2022"
    assert facts["Phối hợp tổ chức"] == "Sở Nước"
    assert facts["Số người dự"] == "45"
    assert "Phan Chủ Trì" in facts["Chủ trì"]


def test_a_course_names_its_teachers_and_sessions(client):
    row = TeacherFactory(person__full_name="Lý Hồ Sơ", course__sessions=4)

    facts = facts_of(client.get(event_url(row.course)))

    assert (facts["Giảng viên"], facts["Số buổi"]) == ("Lý Hồ Sơ", "4")


def test_the_online_room_stands_on_no_page(client):
    event = open_event(online_address="https://hop.lienhiep.example/bi-mat")

    assert "bi-mat" not in client.get(event_url(event)).content.decode()
    assert "bi-mat" not in client.get(registration_url(event)).content.decode()


@pytest.mark.parametrize("is_public", [True, False])
def test_a_document_studied_is_named_only_where_anyone_may_read_it(client, is_public):
    document = OfficialDocumentFactory(symbol="20-NQ/TW", is_public=is_public)
    conference = held_conference(studied=document)

    assert ("20-NQ/TW" in client.get(event_url(conference)).content.decode()) == is_public


@pytest.mark.parametrize("is_public", [True, False])
def test_conclusions_stand_on_the_page_only_where_they_are_put_there(client, is_public):
    conference = held_conference(conclusions_public=is_public)
    ConclusionFactory(conference=conference, number=1, text="Nâng chất lượng tập san")

    found = page(client.get(event_url(conference))).select(".conclusions li")

    assert [row.get_text() for row in found] == (["Nâng chất lượng tập san"] if is_public else [])


def test_what_is_not_announced_does_not_exist(client):
    hidden = [ConferenceFactory(is_public=False), CourseFactory(is_public=False)]

    assert [client.get(event_url(one)).status_code for one in hidden] == [404, 404]
    assert [client.get(registration_url(one)).status_code for one in hidden] == [404, 404]


def test_an_older_address_leads_to_the_present_one(client):
    conference = ConferenceFactory(title="Tên mới")

    response = client.get(f"/su-kien/{conference.pk}-ten-cu/")

    assert (response.status_code, response.url) == (301, event_url(conference))


def test_a_cancelled_event_says_so_and_why(client, officer):
    event = coming()
    actions.cancel_event(event=event, on=today(), reason="Trời bão", by=officer)

    text = client.get(event_url(event)).content.decode()

    assert "Sự kiện này đã hủy" in text
    assert "Trời bão" in text


def test_partners_names_programmes_sponsors_and_visits_but_no_amount(client):
    signed_programme(title="Chăm sóc sức khỏe", until=None, organisation__name="Sở Y tế")
    signed_programme(title="Mười năm trước")
    ProgrammePartnerFactory(programme__title="Còn là dự thảo")
    received_sponsorship(
        on=today(), promised_on=today(), sponsor__name="Ngân hàng Mẫu", amount_promised=77_000_000
    )
    SponsorshipFactory(sponsor__name="Mới hứa")
    DelegationFactory(organisation__name="Liên hiệp hội bạn")

    text = client.get("/doi-tac/").content.decode()

    assert all(
        words in text
        for words in ("Chăm sóc sức khỏe", "Sở Y tế", "Ngân hàng Mẫu", "Liên hiệp hội bạn")
    )
    assert not any(words in text for words in ("Mười năm trước", "Còn là dự thảo", "Mới hứa", "77"))


def test_partners_without_programmes_says_what_will_stand_here(client):
    assert page(client.get("/doi-tac/")).select_one(".empty__title").get_text() == (
        "Chưa có chương trình phối hợp nào đang thực hiện"
    )


def test_the_page_of_an_organisation_lists_its_public_events_and_programmes():
    organisation = OrganisationFactory()
    own = held_conference(host=organisation)
    CoHostFactory(organisation=organisation, conference__on=date(2022, 7, 1))
    ConferenceFactory(host=organisation, is_public=False)
    signed_programme(organisation=organisation, title="Phối hợp y tế")

    sections = {str(section.heading): section for section in sections_for(organisation)}
    events, programmes = sections["Hội nghị, lớp học"], sections["Phối hợp với Liên hiệp hội"]

    assert [link.url for link in events.links][-1] == event_url(own)
    assert len(events.links) == 2
    assert [link.label for link in programmes.links] == ["Phối hợp y tế"]
