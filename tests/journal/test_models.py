"""The records of the journal: what is derived agrees with what the database says."""

from datetime import date

import pytest

from lienhiep.core.history import entries_of
from lienhiep.journal.choices import ArticleState, IssueState, Stage
from lienhiep.journal.models import Article, Issue
from lienhiep.journal.trails import steps_of_article, steps_of_issue
from tests.factories.journal import (
    ArticleAuthorFactory,
    ArticleFactory,
    IssueFactory,
    issue_at,
    placed_article,
    published_issue,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", list(IssueState))
def test_the_state_of_an_issue_is_the_same_in_python_and_in_the_database(state):
    issue = issue_at(state) if state not in Stage.values else IssueFactory(stage=state)

    assert Issue.objects.get(pk=issue.pk).state == state
    assert Issue.objects.with_state().get(pk=issue.pk).state_code == state


def article_at(state):
    """Make a manuscript that has met a fate."""
    if state == ArticleState.PUBLISHED:
        return published_issue().articles.get()
    if state == ArticleState.PLACED:
        return placed_article(IssueFactory())
    facts = {
        ArticleState.RECEIVED: {},
        ArticleState.ACCEPTED: {"accepted_on": date(2022, 2, 1)},
        ArticleState.REFUSED: {"refused_on": date(2022, 2, 1), "refusal_reason": "Trùng"},
    }[state]
    return ArticleFactory(**facts)


@pytest.mark.parametrize("state", list(ArticleState))
def test_the_state_of_an_article_is_the_same_in_python_and_in_the_database(state):
    article = article_at(state)

    assert Article.objects.get(pk=article.pk).state == state
    assert Article.objects.with_state().get(pk=article.pk).state_code == state


def test_an_article_of_a_withdrawn_issue_is_no_longer_published():
    article = issue_at(IssueState.WITHDRAWN).articles.get()

    assert article.state == ArticleState.PLACED
    assert Article.objects.with_state().get().state_code == ArticleState.PLACED


@pytest.mark.parametrize("state", list(IssueState))
def test_the_public_site_agrees_with_what_an_issue_says_of_itself(state):
    issue = issue_at(state) if state not in Stage.values else IssueFactory(stage=state)

    assert list(Issue.objects.open_to_readers()) == ([issue] if issue.is_open_to_readers else [])


@pytest.mark.parametrize(
    ("first", "last", "label", "pages"),
    [(None, None, "", 2), (12, None, "12", 2), (12, 12, "12", 1), (12, 15, "12-15", 4)],
)
def test_pages_are_worked_out_where_first_and_last_are_known(first, last, label, pages):
    article = ArticleFactory(page_from=first, page_to=last, page_count=2)

    assert (article.pages_label, article.page_count) == (label, pages)


def test_a_byline_keeps_its_order():
    article = ArticleFactory()
    second = ArticleAuthorFactory(article=article, position=2)
    first = ArticleAuthorFactory(article=article, position=1)

    assert Article.objects.get().byline == f"{first.person}, {second.person}"


def test_contributors_stand_in_the_history_of_their_article():
    author = ArticleAuthorFactory()

    author.delete()

    kinds = [kind for entry in entries_of(author.article) for _label, kind, _c in entry.children]
    assert kinds == ["delete", "create"]


@pytest.mark.parametrize(
    ("state", "marks"),
    [
        (IssueState.PLANNED, ["here", *["ahead"] * 6]),
        (IssueState.PRINTED, [*["done"] * 5, "here", "ahead"]),
        (IssueState.PUBLISHED, ["done"] * 7),
        (IssueState.WITHDRAWN, [*["done"] * 7, "here"]),
    ],
)
def test_the_trail_of_an_issue_shows_where_it_is(state, marks):
    issue = issue_at(state) if state not in Stage.values else IssueFactory(stage=state)

    assert [step["state"] for step in steps_of_issue(issue)] == marks


def test_the_trail_of_an_issue_is_late_when_its_planned_day_is_over():
    issue = IssueFactory(stage=Stage.EDITING, planned_on=date(2022, 5, 20))

    (late,) = [step for step in steps_of_issue(issue) if step["state"] == "late"]

    assert late["where"] == IssueState.EDITING.label


def test_the_trail_of_a_refused_manuscript_ends_with_the_reason():
    article = article_at(ArticleState.REFUSED)

    assert steps_of_article(article)[-1]["note"] == "Trùng"
