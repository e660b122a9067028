"""What readers see of the journal on the public site, and what does not exist for them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.core.files import store_bytes
from lienhiep.journal import actions
from lienhiep.journal.addresses import article_url, issue_url
from lienhiep.journal.choices import IssueState
from lienhiep.journal.files import PRINT_FILE
from tests.factories.directory import PersonFactory
from tests.factories.files import pdf
from tests.factories.journal import (
    ArticleAuthorFactory,
    LicenceFactory,
    SubjectFactory,
    issue_at,
    placed_article,
    published_issue,
)

pytestmark = pytest.mark.django_db


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def heading(response):
    return page(response).select_one("main h1").get_text(strip=True)


def test_the_journal_begins_with_its_newest_year(client):
    published_issue(year=2021, number=12, on=date(2021, 12, 20))
    published_issue(year=2022, number=1, on=date(2022, 1, 20))

    titles = [link.get_text() for link in page(client.get("/tap-san/")).select(".card__title a")]

    assert titles == ["Số 1/2022"]


def test_a_year_lists_its_public_issues_the_newest_first(client):
    published_issue(number=1, on=date(2022, 1, 20))
    published_issue(number=2, on=date(2022, 2, 20))
    published_issue(number=3, is_public=False)
    issue_at(IssueState.PRINTED, number=4)

    response = client.get("/tap-san/2022/")

    assert [link.get_text() for link in page(response).select(".card__title a")] == [
        "Số 2/2022",
        "Số 1/2022",
    ]


def test_the_journal_without_issues_says_what_will_stand_here(client):
    response = client.get("/tap-san/")

    assert page(response).select_one(".empty__title").get_text() == (
        "Chưa có số tập san nào trên trang tin"
    )


def test_a_year_without_public_issues_does_not_exist(client):
    published_issue(year=2022, is_public=False)

    assert client.get("/tap-san/2022/").status_code == 404


def test_an_issue_lists_its_contents_by_subject(client):
    issue = published_issue(number=5)
    issue.articles.all().delete()
    health = SubjectFactory(name="Y tế", position=1002)
    farming = SubjectFactory(name="Nông nghiệp", position=1001)
    placed_article(issue, subject=health, title="Sốt xuất huyết", position=1)
    placed_article(issue, subject=farming, title="Nuôi ong", position=3)
    placed_article(issue, subject=farming, title="Trồng chè", position=2)

    contents = page(client.get("/tap-san/2022/so-5/")).select("section section")

    assert [
        (part.h3.get_text(), [link.get_text() for link in part.select("a")]) for part in contents
    ] == [("Nông nghiệp", ["Trồng chè", "Nuôi ong"]), ("Y tế", ["Sốt xuất huyết"])]


def test_the_second_number_of_a_double_issue_leads_to_the_first(client):
    published_issue(number=5, number_count=2)

    response = client.get("/tap-san/2022/so-6/")

    assert (response.status_code, response.url) == (301, "/tap-san/2022/so-5/")


def test_an_issue_names_its_licence_and_who_answers_for_it(client):
    licence = LicenceFactory(number="07/GP", responsible="Trần Văn Thử")
    published_issue(number=5, licence=licence)

    text = page(client.get("/tap-san/2022/so-5/")).get_text()

    assert "giấy phép số 07/GP" in text
    assert "Chịu trách nhiệm xuất bản: Trần Văn Thử." in text


def test_the_pdf_of_a_published_issue_is_offered_and_opens_for_anyone(client, secretary):
    issue = published_issue(number=5)
    issue.print_file = store_bytes(name="so-5.pdf", data=pdf(), use=PRINT_FILE, by=secretary)
    issue.save()

    link = page(client.get("/tap-san/2022/so-5/")).select_one(".document a")

    assert link.get_text() == "Đọc toàn bộ số này"
    assert b"".join(client.get(link["href"]).streaming_content) == pdf()


def test_the_pdf_of_an_issue_that_has_not_appeared_opens_for_no_reader(client, secretary):
    issue = issue_at(IssueState.PRINTED)
    issue.print_file = store_bytes(name="so-5.pdf", data=pdf(), use=PRINT_FILE, by=secretary)
    issue.save()

    assert client.get(issue.print_file.url).status_code in (302, 403, 404)


@pytest.mark.parametrize(
    "make",
    [
        lambda: issue_at(IssueState.PRINTED, number=5),
        lambda: issue_at(IssueState.WITHDRAWN, number=5),
        lambda: published_issue(number=5, is_public=False),
    ],
    ids=["not published", "withdrawn", "not meant for the site"],
)
def test_what_is_not_public_does_not_exist_for_readers(client, make):
    issue = make()
    article = issue.articles.get()

    assert client.get(issue_url(issue)).status_code == 404
    assert client.get(article_url(article)).status_code == 404


def test_what_is_withdrawn_is_gone_at_once(client, secretary):
    issue = published_issue(number=5)
    assert client.get(issue_url(issue)).status_code == 200

    actions.withdraw_issue(issue=issue, on=issue.published_on, reason="Sai", by=secretary)

    assert client.get(issue_url(issue)).status_code == 404


def test_an_article_shows_byline_and_text_in_paragraphs(client):
    issue = published_issue(number=5)
    article = placed_article(issue, title="Nuôi ong", web_text="Một.\n\nHai <script>.")
    ArticleAuthorFactory(
        article=article, person=PersonFactory(full_name="Lê Thị Mai", titles="ThS")
    )

    shown = page(client.get(article_url(article))).article

    assert shown.select_one(".meta").get_text() == "ThS Lê Thị Mai"
    assert [part.get_text() for part in shown.select("p:not([class])")] == ["Một.", "Hai <script>."]


def test_an_article_says_nothing_of_its_manuscript_or_its_way(client):
    issue = published_issue(number=5)
    article = placed_article(issue, received_on=date(2022, 3, 17))

    text = page(client.get(article_url(article))).get_text()

    assert "17/03/2022" not in text


def test_an_article_leads_to_its_neighbours_in_the_contents(client):
    issue = published_issue(number=5)
    issue.articles.all().delete()
    subject = SubjectFactory()
    first, second, third = (
        placed_article(issue, subject=subject, position=place) for place in (1, 2, 3)
    )

    links = page(client.get(article_url(second))).select(".neighbours a")

    assert [link["href"] for link in links] == [article_url(first), article_url(third)]


def test_an_older_title_in_the_address_leads_to_the_present_one(client):
    article = placed_article(published_issue(number=5), title="Tên mới")

    response = client.get(f"/tap-san/2022/so-5/{article.pk}-ten-cu/")

    assert (response.status_code, response.url) == (
        301,
        f"/tap-san/2022/so-5/{article.pk}-ten-moi/",
    )


@pytest.mark.parametrize("address", ["/tap-san/", "/tap-san/2022/", "/tap-san/2022/so-5/"])
def test_a_page_takes_no_changes(client, address):
    published_issue(number=5)

    assert client.post(address).status_code == 405


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_an_issue_of_30_articles_asks_as_often_as_one_of_a_single_article(client):
    small, large = published_issue(number=5), published_issue(number=6)
    ArticleAuthorFactory(article=small.articles.get())
    for _place in range(30):
        ArticleAuthorFactory(article=placed_article(large))

    assert queries_of(client, issue_url(large)) == queries_of(client, issue_url(small))


def test_an_article_of_a_large_issue_asks_as_often_as_one_of_a_small_issue(client):
    small, large = published_issue(number=5), published_issue(number=6)
    alone = ArticleAuthorFactory(article=small.articles.get()).article
    for _place in range(30):
        among = ArticleAuthorFactory(article=placed_article(large)).article

    assert queries_of(client, article_url(among)) == queries_of(client, article_url(alone))


def test_a_year_of_30_issues_asks_as_often_as_a_year_of_one(client):
    published_issue(year=2021, number=1, on=date(2021, 6, 10))
    for number in range(1, 31):
        published_issue(number=number)

    assert queries_of(client, "/tap-san/2022/") == queries_of(client, "/tap-san/2021/")
