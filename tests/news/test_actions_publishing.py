"""Onto the site with what its page needs, by a draft, later, and off again with a reason."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from lienhiep.core.history import entries_of
from lienhiep.core.models import RecordKey, SearchEntry
from lienhiep.core.period import ZONE
from lienhiep.core.reference import set_reference
from lienhiep.news import actions
from lienhiep.news.choices import ArticleState, SourceKind
from lienhiep.news.models import ListingLine, NewsArticle
from lienhiep.news.reference_codes import HOURS_AFTER_SOURCE
from tests.factories.news import CategoryFactory, NewsArticleFactory, published

pytestmark = pytest.mark.django_db


def draft_of(article, **facts):
    """Save a change of an article as its form does."""
    newest = article.get_latest_revision_as_object()
    for name, value in facts.items():
        setattr(newest, name, value)
    newest.save_revision(clean=False)
    return NewsArticle.objects.get(pk=article.pk)


def keys_of(article):
    kept = RecordKey.objects.filter(content_type__model="newsarticle", object_id=article.pk)
    return list(kept.values_list("key", flat=True))


def last_verb(article):
    entry = entries_of(article)[0]
    return entry.log.action, entry.who, entry.reason


def test_a_published_article_is_found_listed_and_read_by_anyone(by):
    article = NewsArticleFactory(title="Gặp mặt trí thức đầu xuân")

    actions.publish_article(article=article, by=by)

    entry = SearchEntry.objects.get(kind="news.newsarticle")
    assert article.state == ArticleState.PUBLISHED
    assert article.published_at is not None
    assert entry.public_url == f"/tin-tuc/gap-mat-tri-thuc-dau-xuan-{article.pk}/"
    assert [line.category_id for line in ListingLine.objects.all()] == [article.category_id]
    assert keys_of(article) == ["anyone"]
    assert last_verb(article) == ("news.publish_article", by.full_name, "")


def test_a_draft_is_found_by_nobody_outside():
    article = NewsArticleFactory()

    assert article.state == ArticleState.DRAFT
    assert keys_of(article) == []
    assert ListingLine.objects.count() == 0
    assert SearchEntry.objects.get(kind="news.newsarticle").public_url == ""


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"lead": ""}, "sapo"),
        ({"category": None}, "chuyên mục chính"),
        ({"body": []}, "nội dung"),
        ({"source_kind": SourceKind.QUOTED}, "nguồn"),
    ],
)
def test_an_article_that_lacks_something_is_not_published(by, facts, word):
    article = NewsArticleFactory(**facts)

    with pytest.raises(ValidationError, match=word):
        actions.publish_article(article=article, by=by)

    article.refresh_from_db()
    assert article.state == ArticleState.DRAFT


def test_changes_wait_for_publication_and_then_show(by):
    article = published(title="Tên cũ")
    article = draft_of(article, title="Tên mới")

    assert (article.title, article.state) == ("Tên cũ", ArticleState.CHANGED)
    actions.publish_article(article=article, by=by)

    assert (article.title, article.state) == ("Tên mới", ArticleState.PUBLISHED)


def test_an_article_without_changes_is_not_published_again(by):
    with pytest.raises(ValidationError):
        actions.publish_article(article=published(), by=by)


def test_publishing_changes_keeps_the_first_publication_and_what_verbs_have_set(by):
    at = datetime(2022, 3, 1, 8, tzinfo=ZONE)
    article = published(at=at)
    article = draft_of(article, title="Bản sửa trước khi thành tin nóng")
    until = timezone.localdate() + timedelta(days=2)
    actions.mark_hot(article=article, until=until, by=by)

    actions.publish_article(article=article, by=by)

    assert (article.published_at, article.hot_until) == (at, until)


def test_taken_off_the_site_an_article_is_nowhere_and_the_reason_is_kept(by):
    article = published()

    actions.unpublish_article(article=article, reason="Nguồn đã gỡ tin", by=by)

    assert article.state == ArticleState.WITHDRAWN
    assert ListingLine.objects.count() == 0
    assert keys_of(article) == []
    assert SearchEntry.objects.get(kind="news.newsarticle").public_url == ""
    assert last_verb(article) == ("news.unpublish_article", by.full_name, "Nguồn đã gỡ tin")


def test_taking_an_article_off_needs_a_reason_and_an_article_on_the_site(by):
    with pytest.raises(ValidationError):
        actions.unpublish_article(article=published(), reason="  ", by=by)
    with pytest.raises(ValidationError):
        actions.unpublish_article(article=NewsArticleFactory(), reason="Nhầm", by=by)


def test_published_again_it_counts_by_its_first_publication(by):
    at = datetime(2022, 3, 1, 8, tzinfo=ZONE)
    article = published(at=at)
    actions.unpublish_article(article=article, reason="Cần kiểm tra", by=by)

    actions.publish_article(article=article, by=by)

    assert (article.state, article.published_at) == (ArticleState.PUBLISHED, at)
    assert (article.withdrawn_at, article.withdrawal_reason) == (None, "")
    assert ListingLine.objects.count() == 1


def test_an_article_is_listed_under_the_category_above_and_under_further_ones(by):
    above = CategoryFactory()
    below, other = CategoryFactory(parent=above), CategoryFactory()
    article = published(category=below, further=[other])

    listed = set(ListingLine.objects.values_list("category", flat=True))

    assert listed == {above.pk, below.pk, other.pk}
    actions.unpublish_article(article=article, reason="Thử", by=by)
    assert ListingLine.objects.count() == 0


def test_a_category_that_moves_takes_its_articles_along():
    first, second = CategoryFactory(), CategoryFactory()
    below = CategoryFactory(parent=first)
    published(category=below)

    below.parent = second
    below.save()

    listed = set(ListingLine.objects.values_list("category", flat=True))
    assert listed == {below.pk, second.pk}


# Later


def test_a_draft_is_published_when_its_moment_has_come_in_the_name_of_who_set_it(by):
    article = NewsArticleFactory()
    at = timezone.now() + timedelta(hours=2)
    actions.schedule_article(article=article, at=at, by=by)

    assert article.state == ArticleState.SCHEDULED
    assert actions.publish_due(now=at - timedelta(seconds=1)) == 0
    assert actions.publish_due(now=at) == 1
    article.refresh_from_db()
    assert (article.state, article.scheduled_for) == (ArticleState.PUBLISHED, None)
    assert last_verb(article)[:2] == ("news.publish_article", by.full_name)


def test_what_can_no_longer_be_published_waits_for_its_editor_and_says_why(by):
    article = NewsArticleFactory()
    at = timezone.now() + timedelta(hours=2)
    actions.schedule_article(article=article, at=at, by=by)
    article = draft_of(article, lead="")

    assert actions.publish_due(now=at) == 0

    article.refresh_from_db()
    assert article.state == ArticleState.DRAFT
    assert "sapo" in last_verb(article)[2]


def test_a_moment_that_is_over_is_refused(by):
    with pytest.raises(ValidationError) as refusal:
        actions.schedule_article(article=NewsArticleFactory(), at=timezone.now(), by=by)

    assert list(refusal.value.message_dict) == ["at"]


def test_a_moment_may_be_taken_back(by):
    article = NewsArticleFactory()
    actions.schedule_article(article=article, at=timezone.now() + timedelta(days=1), by=by)

    actions.unschedule_article(article=article, by=by)

    assert article.state == ArticleState.DRAFT


# What the law asks


def test_the_press_is_quoted_an_hour_after_it_published_where_the_law_says_so(by):
    day = timezone.localdate()
    set_reference(
        code=HOURS_AFTER_SOURCE, value=1, valid_from=day, source="NĐ 147/2024/NĐ-CP", by=by
    )
    facts = {"source_kind": SourceKind.QUOTED, "source_name": "Báo Nghệ An"}
    fresh = NewsArticleFactory(source_published_at=timezone.now() - timedelta(minutes=30), **facts)
    older = NewsArticleFactory(source_published_at=timezone.now() - timedelta(minutes=61), **facts)

    actions.publish_article(article=older, by=by)
    with pytest.raises(ValidationError, match="1 giờ"):
        actions.publish_article(article=fresh, by=by)
