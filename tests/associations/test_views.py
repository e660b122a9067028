"""What readers see of the associations and of the Union's structure."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from lienhiep.associations.addresses import association_url
from lienhiep.core.page_sections import PageLink, PageSection, adds_to_page
from lienhiep.core.period import today
from lienhiep.directory.models import Organisation
from tests.asking import questions
from tests.factories.associations import (
    BodyFactory,
    MembershipFactory,
    PartyCellFactory,
    PositionFactory,
    SeatFactory,
    TermFactory,
    union_body,
)
from tests.factories.directory import (
    OrganisationFactory,
    OrganisationNameFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db

INDEX, STRUCTURE = "/hoi-thanh-vien/", "/co-cau-to-chuc/"
LEFT = {"leaving_ground": "dissolved", "leaving_reason": "Giải thể"}


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(response):
    return [link.get_text(strip=True) for link in page(response).select(".members a")]


def member(name, **facts):
    return MembershipFactory(organisation=OrganisationFactory(name=name), **facts)


def test_list_shows_who_belongs_to_the_union_today_in_the_order_of_the_alphabet(client):
    member("Hội Đông y")
    member("Hội Cơ khí")
    member("Hội đã rút", until=today() - timedelta(days=1), **LEFT)
    member("Hội chưa vào", since=today() + timedelta(days=1))
    member("Hội kín", is_public=False)

    assert names(client.get(INDEX)) == ["Hội Cơ khí", "Hội Đông y"]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ({"tim": "dong y"}, ["Hội Đông y"]),
        ({"tim": "vuon tap"}, ["Hội Làm vườn"]),
        ({"linh_vuc": "health"}, ["Hội Đông y"]),
        ({"loai": "subordinate_unit"}, ["Trung tâm Môi trường"]),
        ({"tim": "khong co"}, []),
        ({"loai": "bia-dat"}, ["Hội Đông y", "Hội Làm vườn", "Trung tâm Môi trường"]),
    ],
)
def test_list_is_narrowed_by_words_without_marks_by_field_and_kind(client, question, shown):
    member("Hội Đông y", work_field="health")
    member("Hội Làm vườn", work_field="agriculture", purpose="Cải tạo vườn tạp")
    member("Trung tâm Môi trường", kind="subordinate_unit")

    assert names(client.get(INDEX, question)) == shown


def test_empty_list_says_what_will_stand_there(client):
    assert page(client.get(INDEX)).select_one(".empty") is not None


def test_list_of_many_asks_no_more_than_a_list_of_one(client):
    member("Hội 1")
    one = questions(lambda: client.get(INDEX))
    for number in range(2, 20):
        member(f"Hội {number}")

    assert questions(lambda: client.get(INDEX)) == one


def test_list_is_parted_into_pages(client):
    for number in range(31):
        member(f"Hội {number:02}")

    assert len(names(client.get(INDEX))) == 30
    assert names(client.get(INDEX, {"page": 2})) == ["Hội 30"]


def test_page_of_an_association_shows_leaders_of_today_each_once(client):
    one = member("Hội Đông y", purpose="Khám chữa bệnh\n\nbằng y học cổ truyền")
    body = BodyFactory(organisation=one.organisation)
    hidden = BodyFactory(organisation=one.organisation, kind="office", is_public=False)
    chair = SeatFactory(
        body=body,
        person=PersonFactory(full_name="Hồ Văn Mẫu"),
        position=PositionFactory(name="Chủ tịch", rank=1),
    )
    SeatFactory(body=body, person=chair.person, position=PositionFactory(rank=60))
    SeatFactory(body=body, until=date(2022, 1, 1), leaving="retired")
    SeatFactory(body=hidden)

    shown = page(client.get(association_url(one)))

    seats = [" ".join(row.get_text(" ", strip=True).split()) for row in shown.select(".seats li")]
    assert seats == ["Hồ Văn Mẫu Chủ tịch"]
    assert len(shown.select(".reading p")) == 2


def test_page_shows_former_name_and_what_other_rooms_add(client):
    one = member("Hội Đông y")
    OrganisationNameFactory(organisation=one.organisation, name="Hội Y học cổ truyền")

    @adds_to_page("directory.organisation")
    def section(organisation):
        if organisation == one.organisation:
            yield PageSection("Tin của hội", links=[PageLink("Một tin", "/tin/", date(2022, 1, 5))])

    text = page(client.get(association_url(one))).get_text()

    assert "Hội Y học cổ truyền" in text
    assert "Một tin" in text


def test_association_that_left_says_so(client):
    one = member("Hội Đông y", until=date(2022, 6, 30), **LEFT)

    shown = page(client.get(association_url(one)))

    assert "30/06/2022" in shown.select_one(".notice").get_text()


def test_what_is_not_on_the_site_does_not_exist(client):
    hidden = member("Hội kín", is_public=False)
    stranger = OrganisationFactory()

    for pk in (hidden.organisation_id, stranger.pk, 999_999):
        assert client.get(f"{INDEX}{pk}-hoi/").status_code == 404


def test_older_name_and_merged_record_lead_to_the_present_address(client):
    one = member("Hội Đông y")
    twin = OrganisationFactory(name="Hội Dông y")
    Organisation.objects.get(pk=twin.pk)
    twin.merged_into = one.organisation
    twin.save()

    for pk in (one.organisation_id, twin.pk):
        response = client.get(f"{INDEX}{pk}-ten-cu/")
        assert (response.status_code, response["Location"]) == (301, association_url(one))


def test_structure_shows_who_sits_where_as_of_a_day(client):
    body = union_body("standing", name="Ban Thường vụ")
    chair = PositionFactory(name="Chủ tịch", rank=1)
    facts = {"body": body, "position": chair}
    SeatFactory(
        person=PersonFactory(full_name="Phan Thị Chủ Tịch"),
        other_office="Trưởng ban Tuyên giáo Tỉnh ủy",
        until=date(2025, 12, 29),
        leaving="term_over",
        **facts,
    )
    SeatFactory(
        person=PersonFactory(full_name="Trần Văn Thường Trực"), since=date(2025, 12, 30), **facts
    )
    TermFactory(body=body, ended_on=date(2025, 12, 29))

    then = page(client.get(STRUCTURE, {"ngay": "2022-12-31"}))
    now = page(client.get(STRUCTURE))

    assert [one.get_text(" ", strip=True) for one in then.select(".positions dd")] == [
        "Phan Thị Chủ Tịch Trưởng ban Tuyên giáo Tỉnh ủy"
    ]
    assert [one.get_text(" ", strip=True) for one in now.select(".positions dd")] == [
        "Trần Văn Thường Trực"
    ]
    assert "2019-2024" in then.select_one(".body-block").get_text()


def test_structure_shows_neither_party_cell_nor_other_organisations(client):
    union = union_body("standing", name="Ban Thường vụ").organisation
    SeatFactory(body=PartyCellFactory(organisation=union))
    SeatFactory(body=BodyFactory())

    assert page(client.get(STRUCTURE)).select(".body-block") == []


def test_day_that_cannot_be_read_is_refused_at_the_field(client):
    shown = page(client.get(STRUCTURE, {"ngay": "31-31-2022"}))

    assert shown.select_one(".filter-bar .field__errors") is not None
    assert shown.select_one("input[name=ngay]")["value"] == "31-31-2022"


def test_structure_of_many_asks_no_more_than_of_one(client):
    body = union_body("standing", name="Ban Thường vụ")
    SeatFactory(body=body)
    one = questions(lambda: client.get(STRUCTURE))
    for number in range(12):
        SeatFactory(body=body)
        SeatFactory(body=union_body("council", name=f"Hội đồng {number}"))

    assert questions(lambda: client.get(STRUCTURE)) == one
