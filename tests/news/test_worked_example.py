"""The demonstration's 2022 has more than 600 articles, counted again in SQL."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.core.data_checks import all_checks
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period, today
from lienhiep.core.waiting import waiting_for
from lienhiep.demo import news, people
from lienhiep.news.choices import ArticleState
from lienhiep.news.models import NewsArticle

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load the news of the demonstration once for this module, and take them back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        people.load()
        news.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period, DATA_DATE)


def sql(query):
    """Count articles of 2022; the moments stand in UTC, seven hours behind Vietnam."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {query} FROM news_newsarticle WHERE withdrawn_at IS NULL"
            " AND published_at >= %s AND published_at < %s"
            + (" GROUP BY source_kind" if "source_kind" in query else ""),
            ["2021-12-31 17:00:00", "2022-12-31 17:00:00"],
        )
        return cursor.fetchall()


def test_612_articles_were_published():
    assert value_of("E06").value == 612
    assert sql("COUNT(*)") == [(612,)]
    assert sum(part.value for part in value_of("E06").parts) == 612


def test_most_were_written_by_the_union_itself():
    parts = {part.key: part.value for part in value_of("E06a").parts}

    assert parts == dict(sql("source_kind, COUNT(*)"))
    assert parts["own"] > parts["quoted"] > 0
    assert sum(parts.values()) == 612


def test_every_day_of_the_year_has_an_article_and_no_headline_comes_twice():
    articles = NewsArticle.objects.published_in(YEAR).defer("body")

    assert len({article.published_on for article in articles}) == 365
    headlines = Counter(NewsArticle.objects.values_list("title", flat=True))
    assert headlines.most_common(1)[0][1] == 1


def test_the_site_is_alive_and_work_lies_on_the_desk():
    editor = people.account("editor")

    states = {article.state for article in NewsArticle.objects.all()}
    waiting = [item for item in waiting_for(editor) if item.room == "news"]

    assert states == set(ArticleState)
    assert NewsArticle.objects.hot_on(today()).count() == 4
    assert len(waiting) == 5


def test_no_check_finds_anything():
    found = [
        finding.message
        for check in all_checks()
        if check.name.startswith("news.")
        for finding in check.find()
    ]

    assert found == []


def test_the_demonstration_loaded_again_changes_nothing():
    before = NewsArticle.objects.count()

    news.load()

    assert NewsArticle.objects.count() == before
