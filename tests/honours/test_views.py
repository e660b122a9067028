"""What readers see of commendation on the public site, and what does not exist for them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.honours.choices import AwardingLevel, FormKind
from tests.factories.accounts import ConsentFactory
from tests.factories.directory import AffiliationFactory, OrganisationFactory, PersonFactory
from tests.factories.honours import (
    EmulationResultFactory,
    HonourFactory,
    HonourFormFactory,
    NomineeFactory,
    ReceivedFactory,
)
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db

INDEX = "/khen-thuong/"


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def to(name, factory=HonourFactory, **facts):
    return factory(person=PersonFactory(full_name=name), **facts)


def names_in(response):
    return [link.get_text(strip=True) for link in page(response).select("main td a, main th a")]


def roll_in(response):
    return [link.get_text(strip=True) for link in page(response).select(".roll__lines a")]


def hidden_honours():
    return [
        HonourFactory(is_public=False),
        HonourFactory(decided_on=None),
        HonourFactory(revoked_on=date(2023, 2, 1), revocation_reason="Báo cáo sai"),
    ]


def test_the_list_shows_public_honours_the_newest_decision_first(client):
    to("Lê Văn Cũ", decided_on=date(2022, 1, 7), year_rewarded=2021)
    to("Trần Thị Mới")
    hidden_honours()

    assert names_in(client.get(INDEX)) == ["Trần Thị Mới", "Lê Văn Cũ"]


def test_the_list_without_honours_says_what_will_stand_here(client):
    hidden_honours()

    titles = [one.get_text() for one in page(client.get(INDEX)).select(".empty__title")]

    assert titles == ["Chưa có khen thưởng nào trên trang tin"]


def test_the_list_is_narrowed_by_year_form_and_direction(client):
    letter = HonourFormFactory()
    to("Lê Giấy Khen", form=letter)
    to("Trần Năm Trước", form=letter, year_rewarded=2021)
    to("Phạm Bằng Khen", ReceivedFactory)

    def shown(**question):
        return names_in(client.get(INDEX, question))

    assert shown(year="2021") == ["Trần Năm Trước"]
    assert shown(form=letter.pk, year="2022") == ["Lê Giấy Khen"]
    assert shown(direction="received") == ["Phạm Bằng Khen"]


@pytest.mark.parametrize(
    "words", ["mai", "MAI le", "nuôi ong", "nuoi", "giay khen nuoi"], ids=lambda words: words
)
def test_the_list_is_searched_by_name_form_and_achievement_with_or_without_marks(client, words):
    form = HonourFormFactory(name="Giấy khen")
    to("Lê Thị Mai", form=form, achievement="Nuôi ong giỏi")
    to("Trần Văn Hòa", form=HonourFormFactory(name="Cờ thi đua"), achievement="Trồng cam")

    assert names_in(client.get(INDEX, {"q": words})) == ["Lê Thị Mai"]


def test_a_child_is_not_found_by_name(client):
    to("Lê Thị Mai", is_pupil=True, achievement="Giải nhì")

    found = client.get(INDEX, {"q": "Mai"})
    by_prize = client.get(INDEX, {"q": "giải nhì"})

    assert names_in(found) == []
    assert names_in(by_prize) == ["Một học sinh"]


@pytest.mark.parametrize("question", [{"year": "x"}, {"form": "999"}, {"direction": "up"}])
def test_a_question_that_cannot_be_read_narrows_nothing(client, question):
    to("Lê Thị Mai")

    assert names_in(client.get(INDEX, question)) == ["Lê Thị Mai"]


def test_the_list_of_an_organisation_holds_what_it_and_its_people_received(client):
    association = OrganisationFactory()
    HonourFactory(person=None, organisation=association)
    member = to("Hội Viên Một")
    AffiliationFactory(person=member.person, organisation=association)
    nominee = NomineeFactory(nomination__proposer=association)
    HonourFactory(person=nominee.person, nominee=nominee)
    HonourFactory()

    shown = names_in(client.get(INDEX, {"organisation": association.pk}))

    assert sorted(shown) == sorted([str(association), "Hội Viên Một", str(nominee.person)])


def test_a_long_list_is_parted_into_pages_that_keep_the_question(client):
    for _number in range(31):
        HonourFactory()

    response = client.get(INDEX, {"year": "2022"})

    assert len(names_in(response)) == 30
    assert len(names_in(client.get(INDEX, {"year": "2022", "page": "2"}))) == 1
    assert "year=2022" in str(page(response).select_one(".pagination"))


def test_the_list_asks_the_database_as_often_for_30_honours_as_for_3(client):
    def make(number):
        for _place in range(number):
            HonourFactory(is_pupil=True)
            HonourFactory()

    def questions():
        with CaptureQueriesContext(connection) as asked:
            client.get(INDEX)
        return len(asked)

    make(1)
    questions()
    few = questions()
    make(14)

    assert questions() == few


def test_the_roll_of_a_year_is_told_form_by_form(client):
    letter = HonourFormFactory(name="Giấy khen", position=1)
    flag = HonourFormFactory(name="Cờ thi đua", kind=FormKind.FLAG, position=2)
    association = OrganisationFactory(name="Hội Làm vườn")
    HonourFactory(form=flag, person=None, organisation=association)
    to("Lê Thị Mai", form=letter)
    HonourFactory(form=letter, person=None, organisation=association)
    to("Trần Năm Trước", form=letter, year_rewarded=2021)
    hidden_honours()

    response = client.get("/khen-thuong/bang-vang/2022/")

    forms = [one.find(string=True).strip() for one in page(response).select(".roll__form")]
    assert forms == ["Giấy khen", "Cờ thi đua"]
    assert roll_in(response) == ["Hội Làm vườn", "Lê Thị Mai", "Hội Làm vườn"]


def test_the_roll_tells_the_public_emulation_results_of_its_year(client):
    HonourFactory()
    EmulationResultFactory(cluster="Cụm thi đua số 4", rank=2, members=8)
    EmulationResultFactory(cluster="Cụm kín", is_public=False)

    text = page(client.get("/khen-thuong/bang-vang/2022/")).get_text()

    assert "Cụm thi đua số 4: hạng 2 trên 8" in text
    assert "Cụm kín" not in text


@pytest.mark.parametrize("year", [2021, 2023])
def test_a_year_without_public_honours_has_no_roll(client, year):
    HonourFactory()
    HonourFactory(year_rewarded=2021, is_public=False)

    assert client.get(f"/khen-thuong/bang-vang/{year}/").status_code == 404


def test_an_honour_keeps_its_three_dates_apart(client):
    honour = to(
        "Lê Thị Mai",
        conferred_on=date(2023, 1, 10),
        occasion="Hội nghị tổng kết",
        described_as="Chi hội trưởng",
    )

    shown = page(client.get(f"/khen-thuong/{honour.pk}/"))
    facts = {
        row.dt.get_text(strip=True): row.dd.get_text(" ", strip=True)
        for row in shown.select("dl.facts > div")
    }

    assert shown.h1.get_text() == "Lê Thị Mai"
    assert (facts["Năm được khen"], facts["Ngày quyết định"], facts["Trao tặng"]) == (
        "2022",
        "05/01/2023",
        "10/01/2023, Hội nghị tổng kết",
    )
    assert "Chi hội trưởng" in shown.get_text()


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("address", ["/khen-thuong/{}/", "/khen-thuong/{}/quyet-dinh/"])
def test_what_is_not_public_does_not_exist(client, place, address):
    honour = hidden_honours()[place]

    assert client.get(address.format(honour.pk)).status_code == 404


def test_a_child_stands_on_its_page_without_name_and_school(client):
    honour = to("Lê Thị Mai", is_pupil=True, described_as="Lớp 8, trường X", achievement="Giải nhì")

    text = page(client.get(f"/khen-thuong/{honour.pk}/")).get_text()

    assert "Mai" not in text
    assert "trường X" not in text
    assert "Giải nhì" in text


def test_a_child_is_named_with_a_consent(client):
    honour = to("Lê Thị Mai", is_pupil=True, described_as="Lớp 8, trường X")
    ConsentFactory(
        user=None,
        person=honour.person,
        purpose=ConsentPurpose.PUBLISH_NAME,
        given_by="both",
        giver_name="Mẹ",
    )

    text = page(client.get(f"/khen-thuong/{honour.pk}/")).get_text()

    assert "Lê Thị Mai" in text
    assert "trường X" in text


def test_a_decision_shows_all_its_public_honours_and_no_others(client):
    document = OfficialDocumentFactory(symbol="590/QĐ-UBND", issued_on=date(2022, 3, 10))
    form = HonourFormFactory(level=AwardingLevel.PROVINCE, kind=FormKind.REWARD)
    facts = {
        "form": form,
        "awarding_body": OrganisationFactory(),
        "decision": document,
        "decision_symbol": "",
        "decided_on": date(2022, 3, 10),
        "year_rewarded": 2021,
    }
    first = to("Trần Thị Bình", **facts)
    to("Lê Văn An", **facts)
    to("Phạm Kín", **facts, is_public=False)
    HonourFactory()

    response = client.get(f"/khen-thuong/{first.pk}/quyet-dinh/")

    assert roll_in(response) == ["Lê Văn An", "Trần Thị Bình"]
    assert "590/QĐ-UBND" in page(response).h1.get_text()
    assert document.summary not in page(response).get_text()


def test_pages_only_answer_questions(client):
    assert client.post(INDEX).status_code == 405
