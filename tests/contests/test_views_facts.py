"""What machines read of contests: never a child, named or not."""

from datetime import date

import pytest

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.contests.addresses import contest_url, edition_url, entry_url
from lienhiep.contests.choices import Rank
from tests.factories.contests import ContestFactory, EditionFactory, published_prize
from tests.factories.directory import PersonFactory
from tests.factories.office import OfficialDocumentFactory
from tests.reading import facts, names, neighbours, shown, way

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://lienhiep.example"


def named_child():
    return PersonFactory(full_name="Nguyễn Đồng Ý", birth_date=date(2010, 5, 17))


def test_contests_are_told_as_a_collection(client):
    contest = ContestFactory()

    told = facts(client.get("/cuoc-thi/"))["CollectionPage"]

    assert names(told) == [contest.name]


def test_an_edition_is_told_as_an_event_with_its_results(client):
    prize = published_prize(rank=Rank.FIRST, title="Còi báo lũ")

    response = client.get(edition_url(prize.edition))

    told = facts(response)
    assert told["Event"]["startDate"] == prize.edition.opens_on.isoformat()
    assert told["Event"]["eventAttendanceMode"].startswith("https://schema.org/")
    assert [one["name"] for one in told["ItemList"]["itemListElement"]] == [
        f"{prize.level}: Còi báo lũ"
    ]
    assert way(response)[:2] == ["Trang chủ", "Cuộc thi"]


def test_a_child_who_may_be_named_on_the_page_is_told_to_no_machine(client):
    prize = published_prize(named_child(), agreed=(ConsentPurpose.PUBLISH_NAME,))

    for url in (edition_url(prize.edition), entry_url(prize.entry)):
        response = client.get(url)
        assert "Nguyễn Đồng Ý" in shown(response).select_one("main").get_text()
        assert "Nguyễn Đồng Ý" not in str(facts(response))
        assert "Nguyễn Đồng Ý" not in str(shown(response).head)


def test_an_entry_is_told_with_its_prizes(client):
    prize = published_prize(title="Còi báo lũ")

    told = facts(client.get(entry_url(prize.entry)))["CreativeWork"]

    assert told["award"] == [f"{prize.level}, {prize.edition}"]


def test_results_can_be_jumped_to_level_by_level(client):
    edition = EditionFactory()
    for rank in (Rank.FIRST, Rank.THIRD, Rank.THIRD):
        published_prize(edition=edition, rank=rank)

    page = shown(client.get(edition_url(edition)))

    links = page.select(".contents-list a")
    assert [link.select_one(".meta").get_text() for link in links] == ["1", "2"]
    assert all(page.find(id=link["href"][1:]) for link in links)


@pytest.mark.parametrize("is_public", [True, False])
def test_a_decision_is_linked_only_where_readers_may_open_it(client, is_public):
    decision = OfficialDocumentFactory(is_public=is_public)
    edition = published_prize(edition=EditionFactory(result_document=decision)).edition

    links = shown(client.get(edition_url(edition))).select(".sheet__side a[href^='/van-ban/']")

    assert len(links) == int(is_public)


def test_an_edition_without_results_says_when_they_will_stand_here(client):
    title = shown(client.get(edition_url(EditionFactory()))).select_one(".empty__title").get_text()

    assert title == "Chưa công bố kết quả"


def test_editions_of_a_contest_lead_to_each_other(client):
    contest = ContestFactory()
    older, newer = (
        EditionFactory(
            contest=contest,
            year_label=str(year),
            opens_on=date(year, 2, 15),
            deadline=date(year, 6, 30),
        )
        for year in (2021, 2022)
    )

    assert neighbours(client.get(edition_url(older))) == {"next": edition_url(newer)}


def test_many_editions_of_a_contest_are_parted_into_pages(client):
    contest = ContestFactory()
    for year in range(2001, 2022):
        EditionFactory(
            contest=contest,
            year_label=str(year),
            opens_on=date(year, 2, 15),
            deadline=date(year, 6, 30),
        )

    first, second, beyond = (
        client.get(contest_url(contest), {"page": page}) for page in ("1", "2", "x")
    )

    rows = [len(shown(one).select("tbody tr")) for one in (first, second, beyond)]
    assert rows == [20, 1, 20]
    assert len(facts(first)["EventSeries"]["subEvent"]) == 20
