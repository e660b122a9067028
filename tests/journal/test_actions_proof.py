"""The proof of an article: sent to its contributors, read and answered."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.period import today
from lienhiep.journal import actions
from lienhiep.journal.choices import IssueState
from lienhiep.journal.models import Article
from tests.factories.journal import ArticleFactory, IssueFactory, issue_at, placed_article

pytestmark = pytest.mark.django_db

MAY, DUE = date(2022, 5, 10), date(2022, 5, 15)


@pytest.fixture
def article():
    return placed_article(IssueFactory(), web_text="Uống đủ nước.")


def test_a_proof_waits_for_an_answer_until_its_day(secretary, article):
    actions.ask_for_proof(article=article, on=MAY, due=DUE, by=secretary)

    assert list(Article.objects.awaiting_proof()) == [article]
    assert article.proof_due_on == DUE


def test_a_proof_answered_waits_no_longer_and_keeps_the_remarks(secretary, article):
    actions.ask_for_proof(article=article, on=MAY, due=DUE, by=secretary)

    actions.answer_proof(article=article, on=DUE, remarks="Sửa tên xã", by=secretary)

    assert list(Article.objects.awaiting_proof()) == []
    assert Article.objects.get().proof_remarks == "Sửa tên xã"


def test_a_proof_sent_anew_lets_the_older_answer_fall_away(secretary, article):
    actions.ask_for_proof(article=article, on=MAY, due=DUE, by=secretary)
    actions.answer_proof(article=article, on=MAY, remarks="Sửa tên xã", by=secretary)

    actions.ask_for_proof(article=article, on=DUE, due=DUE, by=secretary)

    again = Article.objects.get()
    assert (again.proof_answered_on, again.proof_remarks) == (None, "")


def test_a_proof_without_text_is_not_sent(secretary):
    article = placed_article(IssueFactory())

    with pytest.raises(ValidationError):
        actions.ask_for_proof(article=article, on=MAY, due=DUE, by=secretary)


def test_a_proof_cannot_be_due_before_it_is_sent(secretary, article):
    with pytest.raises(ValidationError) as refused:
        actions.ask_for_proof(article=article, on=DUE, due=MAY, by=secretary)

    assert list(refused.value.message_dict) == ["due"]


def test_a_proof_is_not_sent_in_the_future(secretary, article):
    tomorrow = today() + timedelta(days=1)

    with pytest.raises(ValidationError) as refused:
        actions.ask_for_proof(article=article, on=tomorrow, due=tomorrow, by=secretary)

    assert list(refused.value.message_dict) == ["on"]


def test_a_proof_is_neither_sent_nor_answered_once_the_issue_is_signed(secretary):
    article = issue_at(IssueState.SIGNED).articles.get()

    with pytest.raises(ValidationError):
        actions.ask_for_proof(article=article, on=MAY, due=DUE, by=secretary)
    with pytest.raises(ValidationError):
        actions.answer_proof(article=article, on=MAY, by=secretary)


def test_a_proof_waits_no_longer_once_the_issue_is_signed(secretary):
    article = issue_at(IssueState.SIGNED).articles.get()
    article.proof_asked_on, article.proof_due_on = MAY, DUE
    article.save()

    assert list(Article.objects.awaiting_proof()) == []


def test_a_proof_is_answered_once(secretary, article):
    actions.ask_for_proof(article=article, on=MAY, due=DUE, by=secretary)
    actions.answer_proof(article=article, on=MAY, by=secretary)

    with pytest.raises(ValidationError):
        actions.answer_proof(article=article, on=MAY, by=secretary)


@pytest.mark.parametrize(
    "wrong",
    [
        {"proof_due_on": DUE},
        {"proof_asked_on": DUE, "proof_due_on": MAY},
        {"proof_asked_on": DUE, "proof_due_on": DUE, "proof_answered_on": MAY},
        {"proof_remarks": "Sửa tên xã"},
    ],
)
def test_the_database_refuses_a_proof_whose_days_contradict_each_other(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleFactory(**wrong)
