"""From who writes to who publishes."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.accounts.choices import Role
from lienhiep.core.models import Notice
from lienhiep.core.notices import told_to
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.core.rules import policy_of
from lienhiep.news import actions
from lienhiep.news.choices import ArticleState, ReviewState
from lienhiep.news.models import NewsArticle
from lienhiep.news.reference_codes import SECOND_PERSON
from tests.factories.accounts import user_with
from tests.factories.news import NewsArticleFactory, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return user_with(Role.OFFICER, full_name="Lê Phóng Viên")


@pytest.fixture
def two_persons():
    set_reference(
        code=SECOND_PERSON, value=1, valid_from=today() - timedelta(days=9), source="QĐ", by=None
    )


def submitted(writer, **facts):
    article = NewsArticleFactory(**facts)
    actions.submit_article(article=article, by=writer)
    return article


def told(user):
    return [one.notice.kind for one in told_to(user)]


def test_a_draft_goes_to_the_editors_comes_back_and_is_published(writer, by):
    article = submitted(writer)
    states = [article.state]
    actions.return_article(article=article, reason="Thiếu ảnh", by=by)
    states.append(article.state)
    assert article.review_remarks == "Thiếu ảnh"
    actions.submit_article(article=article, by=writer)
    actions.approve_article(article=article, by=by)
    states.append(article.state)
    actions.publish_article(article=article, by=by)

    article.refresh_from_db()
    assert [*states, article.state] == ["submitted", "returned", "approved", "published"]
    assert article.review == ReviewState.NONE
    assert told(by) == ["news.article_submitted"] * 2
    assert sorted(told(writer)) == [
        "news.article_approved",
        "news.article_published",
        "news.article_returned",
    ]


def test_what_cannot_be_published_is_not_submitted(writer):
    with pytest.raises(ValidationError):
        actions.submit_article(article=NewsArticleFactory(lead=""), by=writer)

    assert Notice.objects.count() == 0


def test_a_step_that_is_not_next_is_refused(writer, by):
    draft = NewsArticleFactory()
    with pytest.raises(ValidationError):
        actions.approve_article(article=draft, by=by)
    with pytest.raises(ValidationError):
        actions.return_article(article=draft, reason="Chưa gửi", by=by)
    with pytest.raises(ValidationError):
        actions.submit_article(article=submitted(writer), by=writer)


def test_changes_of_what_is_on_the_site_are_reviewed_as_well(writer, by):
    article = published()
    article.save_revision(clean=False)
    article.refresh_from_db()

    actions.submit_article(article=article, by=writer)

    assert (article.state, article.review) == (ArticleState.CHANGED, ReviewState.SUBMITTED)


@pytest.mark.usefixtures("two_persons")
def test_where_the_office_asks_for_two_persons_nobody_publishes_alone(writer, by):
    own = NewsArticleFactory()
    with pytest.raises(ValidationError):
        actions.publish_article(article=own, by=by)
    actions.submit_article(article=own, by=by)
    with pytest.raises(ValidationError):
        actions.approve_article(article=own, by=by)

    article = submitted(writer)
    actions.approve_article(article=article, by=by)
    article.save_revision(clean=False)
    with pytest.raises(ValidationError):
        actions.publish_article(article=article, by=by)
    article.refresh_from_db()
    actions.return_article(article=article, reason="Đã sửa", by=by)
    actions.submit_article(article=article, by=writer)
    actions.approve_article(article=article, by=by)
    actions.publish_article(article=article, by=by)

    assert article.state == ArticleState.PUBLISHED


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.OFFICER, {"submit_article"}),
        (Role.LEADER, {"return_article", "approve_article", "publish_article"}),
        (Role.OFFICE_MANAGER, set()),
        (Role.CONTRIBUTOR, {"submit_article"}),  # of their own, see test_contributing
        (Role.ADMINISTRATOR, set()),
    ],
)
def test_who_may_take_which_step(role, expected):
    verbs = {"submit_article", "return_article", "approve_article", "publish_article"}
    user = user_with(role)
    policy = policy_of(NewsArticle)

    assert {verb for verb in verbs if policy.may(user, verb)} == expected


def test_readers_learn_nothing_of_the_review(by):
    article = NewsArticleFactory()
    hidden = policy_of(NewsArticle).hidden_fields(user_with(Role.CONTRIBUTOR), article)

    assert {"review", "review_by", "review_remarks", "submitted_by", "expires_at"} <= hidden
