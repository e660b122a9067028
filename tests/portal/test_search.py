"""Search over everything public."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from lienhiep.reports.actions import freeze_report, show_report
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.journal import placed_article, published_issue
from tests.factories.reports import SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue():
    return published_issue(number=1, on=date(2022, 6, 10), title="Biển Nghệ An", is_public=True)


@pytest.fixture
def article(issue):
    made = placed_article(issue, title="Trồng lúa ở Nghệ An", received_on=date(2022, 1, 5))
    made.save()
    return made


def titles(response):
    found = BeautifulSoup(response.content.decode(), "html.parser").select(".result__title")
    return [one.get_text() for one in found]


def test_words_without_marks_find_words_with_marks(client, issue, article):
    response = client.get("/tim-kiem/", {"q": "nghe an"})

    assert set(titles(response)) == {"Số 1/2022: Biển Nghệ An", "Trồng lúa ở Nghệ An"}


def test_a_result_leads_to_a_page_that_is_there(client, issue, article):
    shown = BeautifulSoup(client.get("/tim-kiem/", {"q": "nghe an"}).content, "html.parser")

    for link in shown.select(".result__title a"):
        assert client.get(link["href"]).status_code == 200


def test_what_has_no_public_page_is_not_found_even_by_a_leader(client, leader_session):
    published_issue(number=2, title="Nghệ An kín", is_public=False)

    assert titles(client.get("/tim-kiem/", {"q": "nghe an"})) == []


@pytest.fixture
def leader_session(client):
    client.force_login(user_with("leader"))


def test_results_are_narrowed_by_kind_and_days(client, issue, article):
    by_kind = client.get("/tim-kiem/", {"q": "nghe an", "kind": "journal.article"})
    since = client.get("/tim-kiem/", {"q": "nghe an", "since": "11/06/2022"})
    within = client.get(
        "/tim-kiem/", {"q": "nghe an", "since": "10/06/2022", "until": "10/06/2022"}
    )

    assert titles(by_kind) == ["Trồng lúa ở Nghệ An"]
    assert titles(since) == []
    assert len(titles(within)) == 2


def test_only_kinds_of_which_something_is_public_are_offered(client, issue, article):
    form = client.get("/tim-kiem/").context["form"]

    assert [code for code, _label in form.fields["kind"].choices] == [
        "",
        "journal.article",
        "journal.issue",
    ]


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"q": "nghe", "since": "31/02/2022"}, "since"),
        ({"q": "nghe", "until": "hôm qua"}, "until"),
        ({"q": "nghe", "since": "10/01/2023", "until": "09/01/2023"}, "until"),
        ({"q": "nghe", "kind": "journal.licence"}, "kind"),
    ],
)
def test_a_mistake_stands_at_its_field_and_the_words_stay(client, issue, question, field):
    response = client.get("/tim-kiem/", question)

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert 'value="nghe"' in response.content.decode()


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        '"',
        "'; DROP TABLE",
        "a" * 5000,
        "nghe* OR an",
        "NEAR(a b)",
        "-",
        "\x00nghe",
        "<script>alert(1)</script>",
        "%",
        "{title: x}",
        "((((",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    ],
)
@pytest.mark.parametrize("page", ["", "0", "-1", "2", "99999", "9" * 5000, "²", "x"])
def test_hard_questions_are_answered(client, issue, words, page):
    response = client.get("/tim-kiem/", {"q": words, "p": page})

    assert response.status_code == 200
    assert "<script>alert(1)" not in response.content.decode()


def test_many_results_stand_on_several_pages(client, issue):
    for number in range(25):
        placed_article(issue, title=f"Lúa gạo {number}", received_on=date(2022, 1, 5))

    first = client.get("/tim-kiem/", {"q": "lua gao"})
    second = client.get("/tim-kiem/", {"q": "lua gao", "p": "2"})

    assert (len(titles(first)), len(titles(second))) == (20, 5)
    assert "q=lua+gao&amp;p=2" in first.content.decode()
    assert set(titles(first)) & set(titles(second)) == set()


def test_a_page_of_results_asks_as_often_for_twenty_as_for_four(client, issue):
    for number in range(4):  # with fewer somebody is asked what they meant
        placed_article(issue, title=f"Lúa gạo {number}", received_on=date(2022, 1, 5))

    few = questions(lambda: client.get("/tim-kiem/", {"q": "lua gao"}))
    for number in range(4, 20):
        placed_article(issue, title=f"Lúa gạo {number}", received_on=date(2022, 1, 5))

    assert questions(lambda: client.get("/tim-kiem/", {"q": "lua gao"})) == few


def test_a_report_is_found_by_what_it_says_once_it_is_shown(client, leader_session):
    leader = user_with("leader")
    report = SectionFactory(text="<p>Nuôi <b>tôm</b> đạt [[E01]] số.</p>").report
    freeze_report(report=report, by=leader)
    assert titles(client.get("/tim-kiem/", {"q": "nuoi tom"})) == []

    show_report(report=report, by=leader)

    assert titles(client.get("/tim-kiem/", {"q": "nuoi tom"})) == ["Báo cáo năm 2022"]


def test_results_are_led_to_by_kind_with_their_numbers(client, issue, article):
    shown = BeautifulSoup(client.get("/tim-kiem/", {"q": "nghe an"}).content, "html.parser")

    tabs = shown.select(".tabs a")
    numbers = [tab.select_one(".count").get_text() for tab in tabs]
    (articles,) = [tab["href"] for tab in tabs if "kind=journal.article" in tab["href"]]
    assert numbers == ["2", "1", "1"]
    assert titles(client.get(f"/tim-kiem/{articles}")) == ["Trồng lúa ở Nghệ An"]


def test_where_nothing_is_found_there_are_ways_on(client, issue):
    shown = BeautifulSoup(client.get("/tim-kiem/", {"q": "khongco"}).content, "html.parser")

    assert shown.select(".results") == []
    assert "Hãy thử ít từ hơn" in shown.select_one(".empty").get_text()
    assert shown.select(".way-on a") != []


def test_what_was_found_is_marked(client, issue, article):
    shown = BeautifulSoup(client.get("/tim-kiem/", {"q": "lua"}).content, "html.parser")

    assert [mark.get_text() for mark in shown.select(".result__title mark")] == ["lúa"]


def test_results_are_kept_out_of_search_engines_but_not_the_page_that_asks(client, issue):
    asking = BeautifulSoup(client.get("/tim-kiem/").content, "html.parser")
    shown = BeautifulSoup(client.get("/tim-kiem/", {"q": "nghe an"}).content, "html.parser")

    assert shown.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert asking.find("meta", attrs={"name": "robots"}) is None
