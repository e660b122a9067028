"""When its time is over, an article leaves the lists and stays at its address."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from lienhiep.core.history import entries_of
from lienhiep.core.period import Period, today
from lienhiep.news import actions
from lienhiep.news.addresses import article_url
from lienhiep.news.choices import ArticleState
from lienhiep.news.models import ListingLine, NewsArticle
from lienhiep.news.reading import head_article
from tests.factories.news import NewsArticleFactory, published

pytestmark = pytest.mark.django_db


def soon(hours=1):
    return timezone.now() + timedelta(hours=hours)


def test_what_is_due_is_archived_and_nothing_else(by):
    due, later, for_good = published(), published(), published()
    actions.set_expiry(article=due, at=soon(1), by=by)
    actions.set_expiry(article=later, at=soon(9), by=by)

    assert actions.archive_due(now=soon(2)) == 1

    states = {one.pk: one.state for one in NewsArticle.objects.all()}
    assert states == {
        due.pk: ArticleState.ARCHIVED,
        later.pk: ArticleState.PUBLISHED,
        for_good.pk: ArticleState.PUBLISHED,
    }
    assert entries_of(due)[0].log.action == "news.archive_article"
    assert actions.archive_due(now=soon(2)) == 0


def test_an_archived_article_leaves_lists_and_hot_places_and_is_read_at_its_address(client, by):
    article = published(hot_since=today(), hot_until=today(), featured_at=timezone.now())

    actions.archive_article(article=article, by=by)

    article.refresh_from_db()
    page = client.get(article_url(article))
    lists = [
        client.get(reverse("news:index")),
        client.get(article.category.get_absolute_url()),
        client.get(reverse("news:feed")),
    ]
    archive = client.get(reverse("news:archive", args=[2022, 6]))
    asked = client.get(reverse("news:index"), {"tu": "10/06/2022", "den": "10/06/2022"})
    assert "Bài đã hết hạn hiển thị" in page.content.decode()
    assert not any(article.title in one.content.decode() for one in lists)
    assert article.title in archive.content.decode()
    assert article.title in asked.content.decode()
    assert (article.hot_since, article.featured_at) == (None, None)
    assert not ListingLine.objects.filter(article=article).exists()
    assert head_article() is None


def test_the_figure_counts_an_archived_article_as_before(by):
    article = published()

    actions.archive_article(article=article, by=by)

    assert list(NewsArticle.objects.published_in(Period.year(2022))) == [article]


def test_an_article_that_is_shown_again_has_no_end_any_more(by):
    article = published()
    actions.set_expiry(article=article, at=soon(1), by=by)
    actions.archive_due(now=soon(2))
    article.refresh_from_db()

    actions.unarchive_article(article=article, by=by)

    article.refresh_from_db()
    assert (article.state, article.expires_at) == (ArticleState.PUBLISHED, None)
    assert ListingLine.objects.filter(article=article).exists()
    assert actions.archive_due(now=soon(2)) == 0


def test_changes_of_an_archived_article_are_published_without_bringing_it_back(by):
    article = published()
    actions.archive_article(article=article, by=by)
    with pytest.raises(ValidationError):
        actions.publish_article(article=article, by=by)
    article.title = "Sửa một chữ"
    article.save_revision(clean=False)

    actions.publish_article(article=article, by=by)

    article.refresh_from_db()
    assert (article.title, article.state) == ("Sửa một chữ", ArticleState.ARCHIVED)


def test_a_moment_that_cannot_be_is_refused_at_its_field(by):
    article, planned = published(), NewsArticleFactory()
    actions.schedule_article(article=planned, at=soon(5), by=by)

    for row, at in ((article, timezone.now()), (planned, soon(4))):
        with pytest.raises(ValidationError) as refusal:
            actions.set_expiry(article=row, at=at, by=by)
        assert list(refusal.value.message_dict) == ["at"]


def test_what_is_taken_off_the_site_is_not_in_the_archive_either(by):
    article = published()
    actions.archive_article(article=article, by=by)

    actions.unpublish_article(article=article, reason="Sai", by=by)

    assert (article.state, article.archived_at) == (ArticleState.WITHDRAWN, None)


def test_what_an_older_site_had_let_expire_comes_over_as_archived():
    moment = timezone.now() - timedelta(days=9)
    article = published(archived_at=moment, expires_at=moment)

    assert article.state == ArticleState.ARCHIVED
    assert not ListingLine.objects.filter(article=article).exists()
    with pytest.raises(ValidationError):
        published(at=None, archived_at=moment)
