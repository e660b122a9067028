"""What machines read of the journal, and where its pages lead."""

from datetime import date

import pytest

from lienhiep.journal.addresses import article_url, issue_url
from tests.factories.directory import PersonFactory
from tests.factories.journal import ArticleAuthorFactory, placed_article, published_issue
from tests.reading import facts, neighbours, shown, way

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://lienhiep.example"


def test_the_journal_is_told_as_a_periodical_with_its_issues(client):
    published_issue(number=5)

    told = facts(client.get("/tap-san/"))

    assert told["Periodical"]["url"] == "https://lienhiep.example/tap-san/"
    assert [one["name"] for one in told["ItemList"]["itemListElement"]] == ["Số 5/2022"]


def test_an_issue_is_told_with_its_articles(client):
    issue = published_issue(number=5, title="Chuyển đổi số", on=date(2022, 5, 20))
    article = issue.articles.get()

    response = client.get(issue_url(issue))

    told = facts(response)["PublicationIssue"]
    assert (told["issueNumber"], told["datePublished"]) == ("5", "2022-05-20")
    assert told["isPartOf"]["@type"] == "Periodical"
    assert [part["name"] for part in told["hasPart"]] == [article.title]
    assert way(response) == ["Trang chủ", "Tập san", "Số 5/2022"]


@pytest.mark.parametrize(
    ("kind", "told_as"), [("article", "ScholarlyArticle"), ("news", "Article")]
)
def test_an_article_is_told_with_who_wrote_it(client, kind, told_as):
    article = placed_article(published_issue(number=5), title="Nuôi ong", kind=kind)
    ArticleAuthorFactory(article=article, person=PersonFactory(full_name="Lê Thị Mai"))

    told = facts(client.get(article_url(article)))[told_as]

    assert told["mainEntityOfPage"] == f"https://lienhiep.example{article_url(article)}"
    assert [one["name"] for one in told["author"]] == ["Lê Thị Mai"]
    assert told["isPartOf"]["issueNumber"] == "5"


def test_an_issue_leads_to_the_issues_before_and_after_over_the_year(client):
    before = published_issue(year=2021, number=12, on=date(2021, 12, 20))
    here = published_issue(number=1, on=date(2022, 1, 20))
    after = published_issue(number=2, on=date(2022, 2, 20))
    published_issue(number=3, is_public=False)

    assert neighbours(client.get(issue_url(here))) == {
        "prev": issue_url(before),
        "next": issue_url(after),
    }
    assert "next" not in neighbours(client.get(issue_url(after)))


def test_an_issue_without_articles_says_what_will_stand_here(client):
    issue = published_issue(number=5)
    issue.articles.all().delete()

    title = shown(client.get(issue_url(issue))).select_one(".empty__title").get_text()

    assert title == "Mục lục số này chưa có trên trang tin"
