"""Hot news for some days, and the article at the head of the site."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.news import actions
from lienhiep.news.models import NewsArticle
from lienhiep.news.reading import head_article
from tests.factories.news import JUNE, NewsArticleFactory, published

pytestmark = pytest.mark.django_db


def hot(day):
    return list(NewsArticle.objects.hot_on(day))


def test_hot_news_is_hot_up_to_and_with_its_last_day(by):
    article, last = published(), today() + timedelta(days=2)

    actions.mark_hot(article=article, until=last, by=by)

    days = [today(), last, last + timedelta(days=1)]
    assert [article.is_hot(day) for day in days] == [True, True, False]
    assert [hot(day) == [article] for day in days] == [True, True, False]
    assert entries_of(article)[0].log.action == "news.mark_hot"


def test_marked_again_it_keeps_its_beginning(by):
    article = published(hot_since=today() - timedelta(days=3), hot_until=today())

    actions.mark_hot(article=article, until=today() + timedelta(days=5), by=by)

    assert article.hot_since == today() - timedelta(days=3)


def test_a_last_day_that_is_over_is_refused(by):
    with pytest.raises(ValidationError) as refusal:
        actions.mark_hot(article=published(), until=today() - timedelta(days=1), by=by)

    assert list(refusal.value.message_dict) == ["until"]


def test_a_draft_is_neither_hot_nor_at_the_head(by):
    draft = NewsArticleFactory()

    with pytest.raises(ValidationError):
        actions.mark_hot(article=draft, until=today(), by=by)
    with pytest.raises(ValidationError):
        actions.feature_article(article=draft, by=by)


def test_the_mark_is_taken_off_once(by):
    article = published(hot_since=today(), hot_until=today())

    actions.unmark_hot(article=article, by=by)

    assert hot(today()) == []
    with pytest.raises(ValidationError):
        actions.unmark_hot(article=article, by=by)


def test_the_article_set_at_the_head_last_stands_there_else_the_newest(by):
    older = published(at=JUNE - timedelta(days=9))
    newest, first = published(at=JUNE), published(at=JUNE - timedelta(days=5))

    assert head_article() == newest
    actions.feature_article(article=first, by=by)
    actions.feature_article(article=older, by=by)
    assert head_article() == older
    actions.unfeature_article(article=older, by=by)
    assert head_article() == first


def test_what_is_taken_off_the_site_is_hot_no_longer(by):
    article = published(hot_since=today(), hot_until=today())

    actions.unpublish_article(article=article, reason="Sai số liệu", by=by)

    assert (hot(today()), article.hot_since) == ([], None)
