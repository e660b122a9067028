"""A record may count through another: the difference tells what was done with that one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.core.history import verb
from lienhiep.journal.actions import publish_issue, withdraw_issue
from lienhiep.journal.choices import IssueState, RecipientKind
from lienhiep.journal.models import Article
from lienhiep.reports.actions import freeze_report
from lienhiep.reports.difference_lines import lines_for
from lienhiep.reports.differences import difference, differences
from tests.factories.accounts import user_with
from tests.factories.journal import (
    ArticleAuthorFactory,
    DeliveryFactory,
    issue_at,
    placed_article,
    published_issue,
    secretary,
)

pytestmark = pytest.mark.django_db

THROUGH_AN_ISSUE = ["E01", "E02", "E03", "E03b", "E04a", "E04b", "E05", "E05a", "E05b", "E05c"]


def sent(issue):
    for kind in (RecipientKind.COMMUNES, RecipientKind.DEPARTMENTS, RecipientKind.EXCHANGE):
        DeliveryFactory(issue=issue, kind=kind, sent_on=issue.published_on)


@pytest.fixture
def clerk(db):
    return secretary()


@pytest.fixture
def signed(report, issues, leader):
    """A report on two issues, with contributors; both were sent."""
    for issue in issues:
        ArticleAuthorFactory(article=issue.articles.get())
        sent(issue)
    return freeze_report(report=report, by=leader)


def of(report, code):
    return next(one for one in differences(report) if one.frozen.code == code)


def told(one):
    return (one.who, one.what, one.reason, one.when is not None)


@pytest.mark.parametrize("code", THROUGH_AN_ISSUE)
def test_a_withdrawn_issue_tells_who_and_when_in_each_figure(signed, issues, clerk, code):
    withdraw_issue(issue=issues[1], on=date(2022, 7, 1), reason="In sai bìa", by=clerk)

    found = of(signed, code).records

    assert "removed" in {one.kind for one in found}
    assert {told(one) for one in found} == {(clerk.full_name, "Thu hồi", "In sai bìa", True)}


@pytest.mark.parametrize("code", ["E03", "E03b", "E04a", "E04b"])
def test_what_stands_in_an_issue_made_after_the_signature_is_back_dated(
    report, issues, leader, clerk, code
):
    article = ArticleAuthorFactory(article__accepted_on=date(2022, 2, 1)).article
    freeze_report(report=report, by=leader)
    late = issue_at(IssueState.PRINTED, number=4, on=date(2022, 11, 10))
    late.articles.get().delete()
    with verb("wagtail.edit", by=leader):
        article.issue = late
        article.save()
    publish_issue(issue=late, on=date(2022, 11, 10), by=clerk)

    (one,) = of(report, code).records

    assert (one.kind, one.who, one.cause) == (
        "back-dated",
        clerk.full_name,
        ("journal.issue", late.pk),
    )


def test_an_issue_that_was_being_made_and_appears_in_the_period_adds_its_articles(
    report, issues, leader, clerk
):
    printed = issue_at(IssueState.PRINTED, number=4, on=date(2022, 11, 10))
    freeze_report(report=report, by=leader)
    publish_issue(issue=printed, on=date(2022, 11, 10), by=clerk)

    (one,) = of(report, "E04a").records

    assert (one.kind, one.who) == ("added", clerk.full_name)


def test_an_article_moved_to_another_year_tells_of_the_move(signed, issues, clerk):
    other = published_issue(year=2023, number=1, on=date(2023, 3, 10))
    article = issues[0].articles.get()
    with verb("wagtail.edit", by=clerk):
        article.issue = other
        article.save()

    (one,) = of(signed, "E04a").records

    assert (one.kind, one.who, one.cause) == ("removed", clerk.full_name, None)


def test_a_contributor_taken_off_an_article_is_removed_by_whom(signed, issues, clerk):
    article = issues[0].articles.get()
    with verb("wagtail.edit", by=clerk, about=article):
        article.authors.get().delete()

    (one,) = of(signed, "E04b").records

    assert (one.kind, one.who, one.cause) == (
        "removed",
        clerk.full_name,
        ("journal.article", article.pk),
    )


def test_an_article_that_does_not_count_tells_nothing_of_its_author(signed, issues, clerk, leader):
    author = issues[1].articles.get().authors.get().person
    withdraw_issue(issue=issues[1], on=date(2022, 7, 1), reason="In sai bìa", by=clerk)
    with verb("wagtail.edit", by=leader):
        ArticleAuthorFactory(person=author)

    (one,) = of(signed, "E04b").records

    assert (one.who, one.what) == (clerk.full_name, "Thu hồi")


def test_lines_of_the_issue_before_tell_why_they_count_again(signed, issues, clerk, leader):
    withdraw_issue(issue=issues[1], on=date(2022, 7, 1), reason="In sai bìa", by=clerk)

    lines = lines_for(leader, of(signed, "E05"))

    assert sorted(line.difference.kind for line in lines) == ["added"] * 3 + ["removed"] * 3
    assert {(line.cause, line.tells) for line in lines} == {(str(issues[1]), True)}


def test_a_cause_that_the_reader_may_not_see_is_withheld(report, leader, clerk):
    issue = published_issue(number=4, on=date(2022, 5, 10), is_public=False)
    freeze_report(report=report, by=leader)
    Article.objects.get(issue=issue).delete()
    withdraw_issue(issue=issue, on=date(2022, 7, 1), reason="In sai bìa", by=clerk)

    (seen,) = lines_for(leader, of(report, "E04a"))
    (unseen,) = lines_for(user_with(), of(report, "E04a"))

    assert (seen.cause, seen.tells) == (str(issue), True)
    assert (unseen.cause, unseen.is_cause_withheld, unseen.tells) == ("", True, False)


@pytest.mark.parametrize("code", ["E04a", "E04b"])
def test_thirty_differences_ask_as_often_as_one(report, issues, leader, clerk, code):
    for _ in range(30):
        ArticleAuthorFactory(article=placed_article(issues[1]))
    ArticleAuthorFactory(article=issues[0].articles.get())
    freeze_report(report=report, by=leader)
    frozen = report.frozen_figures.get(code=code)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            lines_for(leader, difference(report, frozen))
        return len(queries)

    withdraw_issue(issue=issues[0], on=date(2022, 7, 1), reason="In sai bìa", by=clerk)
    asked()
    one = asked()
    withdraw_issue(issue=issues[1], on=date(2022, 7, 1), reason="In sai bìa", by=clerk)

    assert asked() == one
