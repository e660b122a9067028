"""Who wrote what between two days, with totals and as a workbook."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from lienhiep.accounts.choices import Role
from lienhiep.news import actions
from tests.factories.accounts import user_with
from tests.factories.news import NewsArticleFactory, published

pytestmark = pytest.mark.django_db

JUNE = {"tu": "01/06/2022", "den": "30/06/2022"}


def one(byline, **facts):
    text = [("paragraph", "<p>Bốn từ ở đây.</p>"), ("heading", "Hai từ")]
    return published(byline=byline, lead="Ba từ đầu.", body=text, **facts)


def test_the_sheet_counts_articles_words_and_pictures_of_each_author(client, by):
    one("Lê An")
    one("Lê An")
    one("Đỗ Bình")
    withdrawn = one("Lê An")
    actions.unpublish_article(article=withdrawn, reason="Sai", by=by)
    NewsArticleFactory(byline="Lê An")
    client.force_login(by)

    page = client.get(reverse("news_by_author"), JUNE)
    book = load_workbook(
        BytesIO(client.get(reverse("news_by_author"), JUNE | {"export": "xlsx"}).content)
    )

    counted = [
        (row.author, len(row.articles), row.words, row.pictures) for row in page.context["rows"]
    ]
    assert counted == [("Đỗ Bình", 1, 9, 0), ("Lê An", 2, 18, 0)]
    totals = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=4)]
    assert totals == [["Đỗ Bình", 1, 9, 0], ["Lê An", 2, 18, 0], ["Tổng cộng", 3, 27, 0]]
    assert book.worksheets[1].max_row == 4


def test_days_outside_and_too_many_days_are_answered_in_words(client, by):
    one("Lê An")
    client.force_login(by)

    other = client.get(reverse("news_by_author"), {"tu": "01/07/2022", "den": "31/07/2022"})
    ages = client.get(reverse("news_by_author"), {"tu": "01/01/2000", "den": "31/12/2022"})
    nonsense = client.get(reverse("news_by_author"), {"tu": "hôm qua"})

    assert other.context["rows"] == []
    assert "nhiều nhất một năm" in ages.content.decode()
    assert nonsense.status_code == 200


@pytest.mark.parametrize("role", [Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.JOURNAL_SECRETARY])
def test_who_is_not_of_the_news_does_not_read_it(client, role):
    client.force_login(user_with(role))

    assert client.get(reverse("news_by_author"), JUNE).status_code == 404


def test_more_articles_ask_no_more_questions(client, by):
    def asked():
        with CaptureQueriesContext(connection) as questions:
            client.get(reverse("news_by_author"), JUNE)
        return len(questions)

    client.force_login(by)
    one("Tác giả")
    asked()
    few = asked()
    for number in range(12):
        one(f"Tác giả {number}")

    assert asked() == few
