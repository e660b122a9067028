"""What of the journal is found, by whom, and where a click leads."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.search.query import search
from lienhiep.journal import actions
from lienhiep.journal.addresses import article_url
from lienhiep.journal.choices import IssueState
from lienhiep.journal.models import Article
from tests.factories.directory import PersonFactory
from tests.factories.journal import (
    ArticleAuthorFactory,
    ArticleFactory,
    issue_at,
    placed_article,
    published_issue,
    staff,
)

pytestmark = pytest.mark.django_db


def found(question, user=None):
    return [(hit.entry.title, hit.entry.public_url) for hit in search(question, user).hits]


def test_readers_find_a_published_article_without_marks():
    article = placed_article(published_issue(), title="Nuôi ong ở Kỳ Sơn")

    article.save()

    assert found("nuoi ong") == [("Nuôi ong ở Kỳ Sơn", article_url(article))]


def test_readers_find_an_article_by_its_contributor():
    author = ArticleAuthorFactory(
        article=placed_article(published_issue(), title="Nuôi ong"),
        person=PersonFactory(full_name="Đặng Thị Diệu Hường"),
    )

    assert found("dieu huong") == [("Nuôi ong", article_url(author.article))]


def test_readers_find_nothing_of_an_issue_before_it_is_published(secretary):
    issue = issue_at(IssueState.PRINTED)
    placed_article(issue, title="Nuôi ong").save()

    assert found("nuoi ong") == []
    assert [title for title, _url in found("nuoi ong", secretary)] == ["Nuôi ong"]


def test_readers_find_nothing_of_what_was_withdrawn(secretary):
    issue = published_issue()
    placed_article(issue, title="Nuôi ong").save()
    actions.withdraw_issue(issue=issue, on=issue.published_on, reason="Sai", by=secretary)

    assert found("nuoi ong") == []


def test_a_contributor_finds_their_own_manuscript_and_nobody_elses():
    person = PersonFactory()
    ArticleAuthorFactory(person=person, article=ArticleFactory(title="Nuôi ong của tôi"))
    ArticleAuthorFactory(article=ArticleFactory(title="Nuôi ong của bạn"))

    titles = [title for title, _url in found("nuoi ong", staff(Role.CONTRIBUTOR, person=person))]

    assert titles == ["Nuôi ong của tôi"]


def test_a_reason_of_refusal_is_not_searched(secretary):
    ArticleFactory(
        received_on=date(2022, 5, 1),
        refused_on=date(2022, 5, 10),
        refusal_reason="Sao chép nguyên văn",
    )

    assert found("sao chep nguyen van", secretary) == []


def test_a_deleted_manuscript_is_found_no_more(secretary):
    ArticleAuthorFactory(article=ArticleFactory(title="Nuôi ong"))

    Article.objects.get().delete()

    assert found("nuoi ong", secretary) == []


def test_an_issue_is_found_by_its_number():
    issue = published_issue(number=5, title="Chuyển đổi số")

    assert [title for title, _url in found("5/2022")] == [f"{issue}: Chuyển đổi số"]
