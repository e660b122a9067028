"""Searching all records from the back office: each reader among their own."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import Role
from lienhiep.core.search.query import search
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.journal import ArticleFactory
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/quan-tri/tim/"


@pytest.fixture
def clerk(client):
    user = user_with(Role.RECORDS_CLERK)
    client.force_login(user)
    return user


@pytest.fixture
def decision():
    return OfficialDocumentFactory(
        symbol="590/QĐ-UBND", issued_on=date(2022, 3, 10), summary="Khen thưởng tại Nghệ An"
    )


def found(client, **asked):
    page = BeautifulSoup(client.get(ADDRESS, asked).content.decode(), "html.parser")
    return [link["href"] for link in page.select(".lh-hit__title a")], page


@pytest.mark.parametrize(
    "asked", ["590/QĐ-UBND", "590qdubnd", "590/qd-ubnd", "khen thuong nghe an"]
)
def test_a_document_is_found_by_its_number_or_its_words_without_marks(
    client, clerk, decision, asked
):
    hits, _page = found(client, q=asked)

    assert [f"/{decision.pk}/" in hit for hit in hits] == [True]


def test_what_a_reader_may_not_open_is_neither_found_nor_counted(client, decision):
    ArticleFactory(title="Bản thảo về Nghệ An")
    user = user_with(Role.RECORDS_CLERK)
    client.force_login(user)

    hits, page = found(client, q="Bản thảo về Nghệ An")

    assert (hits, page.select(".lh-kind"), search("Bản thảo", user).kinds) == ([], [], {})
    assert "Không tìm thấy hồ sơ nào mà bạn được xem." in page.get_text()


def test_the_kinds_found_narrow_the_question(client, clerk, decision):
    _hits, page = found(client, q="Nghệ An")

    assert page.select_one(".lh-hits li") is not None
    kept, _page = found(client, q="Nghệ An", kind="office.officialdocument")
    other, _page = found(client, q="Nghệ An", kind="journal.article")
    assert (len(kept), other) == (1, [])


def test_days_narrow_the_question_and_are_refused_in_the_wrong_order(client, clerk, decision):
    late, _page = found(client, q="Nghệ An", since="01/01/2023")
    _hits, wrong = found(client, q="Nghệ An", since="01/01/2023", until="01/01/2022")

    assert late == []
    assert "Ngày này trước ngày đầu" in wrong.get_text() or wrong.select(
        ".w-field__errors .error-message"
    )


def test_without_a_question_the_page_says_how_to_ask(client, clerk):
    _hits, page = found(client)

    assert "590qdubnd" in page.get_text()


def test_nothing_that_can_be_typed_is_an_error(client, clerk):
    for odd in ('"', "%", "\x00", "a" * 5000, "' OR 1=1", "p"):
        assert client.get(ADDRESS, {"q": odd, "p": "x", "kind": "none.such"}).status_code == 200


def test_more_hits_of_one_kind_cost_no_more_questions(client, clerk, decision):
    few = questions(lambda: client.get(ADDRESS, {"q": "Nghệ An"}))
    for number in range(5):
        OfficialDocumentFactory(symbol=f"{number}/CV-UBND", summary="Công văn về Nghệ An")

    assert questions(lambda: client.get(ADDRESS, {"q": "Nghệ An"})) == few


def test_a_person_without_a_role_in_the_office_does_not_come_in(client):
    client.force_login(user_with(Role.CONTRIBUTOR))

    assert client.get(ADDRESS, {"q": "an"}).status_code == 403
