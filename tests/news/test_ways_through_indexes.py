"""The articles beside one are found through an index: their number does not slow a page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lienhiep.news.reading import neighbours_of
from tests.factories.news import published

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a small table whole")
def test_the_articles_before_and_after_are_looked_up_and_not_searched_for():
    now = timezone.now()
    articles = [published(at=now - timedelta(days=days)) for days in (3, 2, 1)]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = neighbours_of(articles[1])

    assert len(found) == 2
    for question in asked:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {question['sql']}")
            plan = " ".join(row[3] for row in cursor.fetchall())
        assert "USING INDEX news_article_open" in plan
        assert "SCAN" not in plan
