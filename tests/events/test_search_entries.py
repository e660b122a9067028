"""How events, conclusions and programmes are found."""

import pytest

from lienhiep.core.search.query import search
from lienhiep.events.addresses import conclusion_url, event_url
from tests.factories.events import (
    CoHostFactory,
    ConclusionFactory,
    ConferenceFactory,
    CourseFactory,
    DelegationFactory,
    SponsorshipFactory,
    TeacherFactory,
    held_conference,
    received_sponsorship,
    signed_programme,
)

pytestmark = pytest.mark.django_db


def titles(words, user=None, **facts):
    return [hit.entry.title for hit in search(words, user, **facts).hits]


def test_a_conference_is_found_by_title_and_by_who_holds_it_too():
    CoHostFactory(conference__title="Hội thảo kinh tế biển", organisation__name="Sở Nước")

    assert titles("kinh te bien") == ["Hội thảo kinh tế biển"]
    assert sorted(titles("so nuoc")) == ["Hội thảo kinh tế biển", "Sở Nước"]


def test_a_course_is_found_by_its_teacher():
    TeacherFactory(course__title="Văn thư", person__full_name="Lý Hồ Sơ")

    assert titles("ho so") == ["Văn thư"]


def test_what_is_not_announced_is_found_by_the_office_only(officer):
    ConferenceFactory(title="Họp kín", is_public=False)
    CourseFactory(title="Lớp kín", is_public=False)

    assert titles("kin") == []
    assert sorted(titles("kin", officer)) == ["Họp kín", "Lớp kín"]


def test_a_conclusion_leads_to_its_place_on_the_page_where_it_is_public():
    conference = held_conference(conclusions_public=True)
    ConclusionFactory(conference=conference, number=4, text="Nâng chất lượng tập san")

    (hit,) = search("nang chat luong tap san", None, public=True).hits

    assert hit.entry.public_url == conclusion_url(conference, 4)
    assert hit.entry.public_url.startswith(event_url(conference))


def test_a_conclusion_that_is_not_public_is_found_by_nobody_outside(officer):
    ConclusionFactory(conference=held_conference(), text="Nâng chất lượng tập san")

    assert titles("nang chat luong") == []
    assert titles("nang chat luong", officer) == ["Nâng chất lượng tập san"]


def test_a_sponsorship_is_never_found_by_its_amount(officer):
    SponsorshipFactory(amount_promised=50_000_000, sponsor__name="Công ty Mẫu")

    assert titles("50000000", officer) == []


def test_programmes_sponsors_and_delegations_are_found(officer):
    signed_programme(title="Chăm sóc sức khỏe")
    received_sponsorship(sponsor__name="Ngân hàng Mẫu")
    DelegationFactory(purpose="Học chuyển đổi số")

    assert titles("suc khoe", officer) == ["Chăm sóc sức khỏe"]
    assert len(titles("chuyen doi so", officer)) == 1
    assert "Ngân hàng Mẫu: Cuộc thi sáng tạo năm 2022" in titles("ngan hang mau", officer)
