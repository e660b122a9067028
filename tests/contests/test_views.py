"""What readers see of contests on the site, and what they never see."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.contests import actions
from lienhiep.contests.addresses import contest_url, edition_url, entry_url
from lienhiep.contests.choices import Rank
from lienhiep.contests.page_sections import prizes_of
from lienhiep.core.search.query import search
from tests.asking import questions
from tests.factories.contests import (
    RESULTS,
    ContestFactory,
    EditionFactory,
    entry_of,
    published_prize,
    school,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

NAMED = (ConsentPurpose.PUBLISH_NAME,)


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(response):
    return page(response).select_one("main").get_text(" ", strip=True)


def child(name, **facts):
    return PersonFactory(full_name=name, birth_date=date(2010, 5, 17), **facts)


def test_the_front_page_says_what_will_stand_there(client):
    title = page(client.get("/cuoc-thi/")).select_one(".empty__title").get_text()

    assert title == "Chưa công bố cuộc thi nào"


def test_the_front_page_lists_contests_with_their_editions(client):
    edition = EditionFactory(contest__short_name="Sáng tạo trẻ")
    EditionFactory(contest=edition.contest, year_label="2021", is_public=False)

    links = [link["href"] for link in page(client.get("/cuoc-thi/")).select("main .cards a")]

    assert links == [contest_url(edition.contest), edition_url(edition)]


@pytest.mark.parametrize("facts", [{"is_public": False}, {"cancelled": True}])
def test_an_edition_that_is_not_public_does_not_exist(client, facts):
    if facts.pop("cancelled", False):
        facts = {"cancelled_on": RESULTS, "cancellation_reason": "Dịch bệnh"}
    edition = EditionFactory(**facts)

    assert client.get(edition_url(edition)).status_code == 404


def test_results_stand_by_level_from_the_highest_down(client):
    edition = EditionFactory()
    published_prize(edition=edition, rank=Rank.THIRD, title="Giải ba đây")
    published_prize(edition=edition, rank=Rank.FIRST, title="Giải nhất đây")

    shown = page(client.get(edition_url(edition)))

    assert [link.get_text() for link in shown.select("table th a")] == [
        "Giải nhất đây",
        "Giải ba đây",
    ]


def test_a_prize_decided_but_not_published_is_nowhere(client, organiser):
    prize = published_prize(title="Còn giữ kín")
    actions.take_back_results(edition=prize.edition, reason="Nhầm", by=organiser)

    assert "Còn giữ kín" not in words(client.get(edition_url(prize.edition)))
    assert client.get(entry_url(prize.entry)).status_code == 404


def test_an_entry_without_a_prize_has_no_page(client):
    assert client.get(entry_url(entry_of())).status_code == 404


def test_nothing_of_a_child_who_did_not_agree_stands_on_any_page(client):
    hidden = child("Nguyễn Ẩn Danh", address="Xóm Giấu Kín")
    prize = published_prize(hidden, unit=school("Trường Giấu Tên"))

    pages = " ".join(
        words(client.get(url)) for url in (edition_url(prize.edition), entry_url(prize.entry))
    )

    for secret in ("Ẩn Danh", "Giấu Tên", "Giấu Kín", "17/05/2010", prize.entry.code):
        assert secret not in pages
    assert "Thí sinh 1" in pages


def test_a_child_who_agreed_is_named_with_the_school_but_not_with_the_birth(client):
    prize = published_prize(child("Nguyễn Đồng Ý"), unit=school(), agreed=NAMED)

    shown = words(client.get(entry_url(prize.entry)))

    assert ("Nguyễn Đồng Ý" in shown, "Trường THCS Thử Nghiệm" in shown) == (True, True)
    assert "17/05/2010" not in shown


def test_no_child_is_found_by_searching_the_site():
    published_prize(child("Nguyễn Đồng Ý"), title="Còi báo lũ", agreed=NAMED)

    assert len(search("coi bao lu", None).hits) == 1
    assert search("nguyen dong y", None).hits == []


def test_the_page_of_a_school_lists_only_prizes_that_may_name_it():
    place = school()
    named = published_prize(child("Lê Đồng Ý"), unit=place, agreed=NAMED)
    published_prize(child("Lê Im Lặng"), unit=place)

    [section] = prizes_of(place)

    assert [link.url for link in section.links] == [entry_url(named.entry)]


def test_an_older_address_of_an_entry_leads_to_the_present_one(client):
    prize = published_prize()
    address = entry_url(prize.entry)

    response = client.get(address.rpartition("-")[0] + "-ten-cu/")

    assert (response.status_code, response.url) == (301, address)


def test_a_page_of_results_asks_as_often_for_thirty_prizes_as_for_two(client):
    edition = EditionFactory()
    for place in range(2):
        published_prize(child(f"Lê Em {place}"), edition=edition, agreed=NAMED)
    few = questions(lambda: client.get(edition_url(edition)))
    for place in range(28):
        published_prize(child(f"Lê Bạn {place}"), edition=edition, agreed=NAMED)

    many = questions(lambda: client.get(edition_url(edition)))

    assert many == few


def test_a_contest_lists_its_editions_with_their_prizes(client):
    prize = published_prize()

    cells = page(client.get(contest_url(prize.edition.contest))).select("tbody td.number")

    assert [cell.get_text(strip=True) for cell in cells] == ["1"]


def test_a_contest_that_does_not_exist_is_not_found(client):
    ContestFactory()

    assert client.get("/cuoc-thi/khong-co/").status_code == 404
