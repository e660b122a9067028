"""E06 counts by first publication in Vietnam; what was taken off the site counts nowhere."""

from datetime import UTC, date, datetime

import pytest

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.news import actions
from lienhiep.news.choices import SourceKind
from tests.factories.news import CategoryFactory, NewsArticleFactory, published

pytestmark = pytest.mark.django_db

DATA_DATE = date(2023, 1, 10)


def value(code, period="2022", data_date=DATA_DATE):
    return evaluate(figure_named(code), Period.parse(period), data_date)


def test_articles_are_counted_by_their_day_in_vietnam():
    published(at=datetime(2021, 12, 31, 17, 0, tzinfo=UTC))  # 1 January 2022, 00:00 in Vietnam
    published(at=datetime(2022, 12, 31, 16, 59, tzinfo=UTC))
    published(at=datetime(2022, 12, 31, 17, 0, tzinfo=UTC))
    NewsArticleFactory()

    assert (value("E06").value, value("E06", "2021").value) == (2, 0)


def test_the_parts_are_the_main_categories():
    first, second = CategoryFactory(name="Một"), CategoryFactory(name="Hai")
    published(category=second)
    published(category=first, further=[second])
    published(category=first)

    assert [(part.label, part.value) for part in value("E06").parts] == [("Một", 2), ("Hai", 1)]


def test_what_was_taken_off_counts_nowhere_until_it_is_published_again(by):
    article = published()
    actions.unpublish_article(article=article, reason="Kiểm tra", by=by)

    assert value("E06").value == 0
    actions.publish_article(article=article, by=by)
    assert (value("E06").value, value("E06", "2026", date(2026, 12, 31)).value) == (1, 0)


def test_articles_are_parted_by_their_origin():
    published()
    published()
    published(source_kind=SourceKind.QUOTED, source_name="Báo Nghệ An")

    assert {part.key: part.value for part in value("E06a").parts} == {"own": 2, "quoted": 1}
