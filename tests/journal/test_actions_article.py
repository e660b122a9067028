"""A manuscript received, answered, and given its place."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.journal import actions
from lienhiep.journal.actions import Byline
from lienhiep.journal.choices import ArticleState, AuthorRole, IssueState, Stage
from lienhiep.journal.models import Article
from tests.factories.directory import PersonFactory
from tests.factories.journal import (
    ArticleFactory,
    IssueFactory,
    SubjectFactory,
    issue_at,
    placed_article,
    published_issue,
)

pytestmark = pytest.mark.django_db

MAY = date(2022, 5, 10)


def receive(by, **facts):
    given = {
        "title": "Nuôi cá lồng trên hồ thủy điện",
        "subject": SubjectFactory(),
        "authors": [Byline(PersonFactory(full_name="Lê Thị Mai"))],
        "on": MAY,
    }
    return actions.receive_article(**{**given, **facts}, by=by)


def accepted(**facts):
    return ArticleFactory(received_on=MAY, accepted_on=MAY, **facts)


def test_receive_article_waits_for_an_answer(secretary):
    article = receive(secretary)

    assert article.state == ArticleState.RECEIVED
    assert article.byline == "Lê Thị Mai"


def test_receive_article_keeps_the_order_and_the_roles_of_the_byline(secretary):
    mai, an = PersonFactory(full_name="Lê Thị Mai"), PersonFactory(full_name="Hồ Văn An")

    article = receive(secretary, authors=[Byline(mai), Byline(an, AuthorRole.PHOTOGRAPHER)])

    assert list(article.authors.values_list("person", "role", "position")) == [
        (mai.pk, "author", 1),
        (an.pk, "photographer", 2),
    ]


def test_receive_article_is_one_entry_with_the_byline_in_it(secretary):
    article = receive(secretary)

    (entry,) = entries_of(article)
    assert entry.log.action == "journal.receive_article"
    assert [kind for _label, kind, _changes in entry.children] == ["create"]


def test_receive_article_keeps_text_in_composed_letters_whoever_calls(secretary):
    article = receive(
        secretary, title="Nuo\u0302i ca\u0301  lo\u0302\u0300ng", web_text="A\n\n\n\nB"
    )

    assert (article.title, article.web_text) == ("Nuôi cá lồng", "A\n\nB")


def test_receive_article_refuses_a_manuscript_of_nobody(secretary):
    with pytest.raises(ValidationError) as refused:
        receive(secretary, authors=[])

    assert list(refused.value.message_dict) == ["authors"]
    assert Article.objects.count() == 0


def test_receive_article_refuses_the_same_contributor_twice_and_keeps_nothing(secretary):
    mai = PersonFactory()

    with pytest.raises(ValidationError):
        receive(secretary, authors=[Byline(mai), Byline(mai)])

    assert Article.objects.count() == 0


def test_receive_article_refuses_a_day_in_the_future(secretary):
    with pytest.raises(ValidationError) as refused:
        receive(secretary, on=today() + timedelta(days=1))

    assert list(refused.value.message_dict) == ["received_on"]


def test_accept_article_keeps_the_day(secretary):
    article = ArticleFactory(received_on=MAY)

    actions.accept_article(article=article, on=MAY, by=secretary)

    assert Article.objects.get().state == ArticleState.ACCEPTED


def test_accept_article_refuses_a_day_before_the_receipt(secretary):
    article = ArticleFactory(received_on=MAY)

    with pytest.raises(ValidationError) as refused:
        actions.accept_article(article=article, on=MAY - timedelta(days=1), by=secretary)

    assert list(refused.value.message_dict) == ["on"]


def test_refuse_article_keeps_the_reason_for_the_contributor(secretary):
    article = ArticleFactory(received_on=MAY)

    actions.refuse_article(article=article, on=MAY, reason="Trùng bài đã đăng", by=secretary)

    refused = Article.objects.get()
    assert (refused.state, refused.refusal_reason) == (ArticleState.REFUSED, "Trùng bài đã đăng")


def test_refuse_article_asks_for_a_reason(secretary):
    article = ArticleFactory(received_on=MAY)

    with pytest.raises(ValidationError) as refused:
        actions.refuse_article(article=article, on=MAY, reason="", by=secretary)

    assert list(refused.value.message_dict) == ["reason"]


def test_an_accepted_article_may_still_be_refused_before_it_is_placed(secretary):
    article = accepted()

    actions.refuse_article(article=article, on=MAY, reason="Rút theo đề nghị", by=secretary)

    assert Article.objects.values_list("accepted_on", "refused_on").get() == (None, MAY)


def test_refuse_article_refuses_one_that_stands_in_an_issue(secretary):
    article = placed_article(IssueFactory())

    with pytest.raises(ValidationError):
        actions.refuse_article(article=article, on=MAY, reason="Muộn", by=secretary)

    assert Article.objects.get().state == ArticleState.PLACED


def test_take_back_decision_lets_a_refused_manuscript_wait_again(secretary):
    article = ArticleFactory(received_on=MAY, refused_on=MAY, refusal_reason="Nhầm")

    actions.take_back_decision(article=article, reason="Nhầm tác giả", by=secretary)

    assert Article.objects.get().state == ArticleState.RECEIVED
    assert entries_of(article)[0].reason == "Nhầm tác giả"


def test_place_article_puts_it_behind_those_that_stand_there(secretary):
    issue = IssueFactory()
    placed_article(issue, position=7)
    article = accepted()

    actions.place_article(article=article, issue=issue, page_from=5, page_to=8, by=secretary)

    placed = Article.objects.get(pk=article.pk)
    assert (placed.position, placed.page_count, placed.pages_label) == (8, 4, "5-8")


def test_place_article_refuses_what_was_not_accepted(secretary):
    with pytest.raises(ValidationError):
        actions.place_article(article=ArticleFactory(), issue=IssueFactory(), by=secretary)


@pytest.mark.parametrize("state", [IssueState.SIGNED, IssueState.PRINTED, IssueState.PUBLISHED])
def test_place_article_refuses_an_issue_signed_for_print(secretary, state):
    issue = issue_at(state)
    article = accepted()

    with pytest.raises(ValidationError):
        actions.place_article(article=article, issue=issue, by=secretary)

    assert Article.objects.get(pk=article.pk).issue is None


def test_place_article_refuses_pages_that_run_backwards(secretary):
    with pytest.raises(ValidationError) as refused:
        actions.place_article(
            article=accepted(), issue=IssueFactory(), page_from=8, page_to=5, by=secretary
        )

    assert list(refused.value.message_dict) == ["page_to"]


def test_place_article_moves_it_from_one_open_issue_to_another(secretary):
    article = placed_article(IssueFactory(stage=Stage.EDITING))
    later = IssueFactory(stage=Stage.COLLECTING)

    actions.place_article(article=article, issue=later, by=secretary)

    assert Article.objects.get().issue == later


def test_take_out_article_leaves_it_accepted(secretary):
    article = placed_article(IssueFactory())

    actions.take_out_article(article=article, reason="Nhường trang", by=secretary)

    assert Article.objects.get().state == ArticleState.ACCEPTED


def test_take_out_article_refuses_once_the_issue_is_signed(secretary):
    issue = issue_at(IssueState.SIGNED)

    with pytest.raises(ValidationError):
        actions.take_out_article(article=issue.articles.get(), reason="Muộn", by=secretary)

    assert issue.articles.count() == 1


def test_an_article_is_published_when_its_issue_is():
    issue = published_issue()

    assert issue.articles.get().state == ArticleState.PUBLISHED


@pytest.mark.parametrize(
    "wrong",
    [
        {"accepted_on": MAY, "refused_on": MAY, "refusal_reason": "Cả hai"},
        {"accepted_on": MAY - timedelta(days=1)},
        {"refused_on": MAY},
        {"refusal_reason": "Không có ngày"},
        {"page_from": 9, "page_to": 8},
        {"page_to": 8},
    ],
)
def test_the_database_refuses_an_article_whose_facts_contradict_each_other(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleFactory(received_on=MAY, **wrong)


def test_the_database_refuses_an_article_in_an_issue_before_it_is_accepted():
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleFactory(issue=IssueFactory())
