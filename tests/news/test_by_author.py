"""Who wrote what between two days, with totals and as a workbook."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from lienhiep.accounts.choices import Role
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.rules import policy_of
from lienhiep.news import actions
from lienhiep.news.models import NewsArticle
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
    assert [row[:4] for row in totals] == [
        ["Đỗ Bình", 1, 9, 0],
        ["Lê An", 2, 18, 0],
        ["Tổng cộng", 3, 27, 0],
    ]
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


# Royalties


@pytest.fixture
def units():
    ReferenceValue.objects.all().delete()
    call_command("load_news_limits")


def paid(byline, coefficient, by, **facts):
    article = one(byline, **facts)
    actions.set_royalty(article=article, coefficient=coefficient, by=by)
    return article


def test_an_article_is_paid_its_coefficient_times_the_unit_of_its_day(client, by, units):
    paid("Lê An", Decimal("2.5"), by)
    paid("Lê An", Decimal(0), by)
    one("Lê An")
    client.force_login(by)

    [row] = client.get(reverse("news_by_author"), JUNE).context["rows"]

    # June 2022: a tenth of the base salary of 1.490.000 đồng
    assert [line.fee for line in row.lines] == [372_500, 0, None]
    assert (row.undecided, row.fee, row.tax, row.paid) == (1, 372_500, 0, 372_500)


@pytest.mark.parametrize(
    ("coefficients", "expected"),
    [(["13"], (1_937_000, 0, 1_937_000)), (["13", "7.5"], (3_054_500, 305_450, 2_749_050))],
)
def test_tax_is_withheld_of_all_that_one_author_is_paid_together(
    client, by, units, coefficients, expected
):
    for coefficient in coefficients:
        paid("Lê An", Decimal(coefficient), by)
    client.force_login(by)

    [row] = client.get(reverse("news_by_author"), JUNE).context["rows"]

    assert (row.fee, row.tax, row.paid) == expected


def test_the_workbook_names_coefficient_unit_and_royalty_of_each_article(client, by, units):
    paid("Lê An", Decimal("2.5"), by)
    one("Lê An")
    client.force_login(by)

    answer = client.get(reverse("news_by_author"), JUNE | {"export": "xlsx"})

    book = load_workbook(BytesIO(answer.content))
    lines = [[cell.value for cell in row][6:] for row in book.worksheets[1].iter_rows(min_row=2)]
    assert lines == [[2.5, 149_000, 372_500], [None, 149_000, None]]
    totals = [[cell.value for cell in row][4:] for row in book.worksheets[0].iter_rows(min_row=4)]
    assert totals == [[1, 372_500, 0, 372_500]] * 2


def test_where_no_unit_is_known_nothing_is_paid_out_of_the_air(client, by):
    ReferenceValue.objects.all().delete()
    paid("Lê An", Decimal(3), by)
    client.force_login(by)

    [row] = client.get(reverse("news_by_author"), JUNE).context["rows"]

    assert (row.undecided, row.fee) == (1, 0)


def test_what_was_quoted_does_not_wait_for_a_royalty(client, by, units):
    one(
        "Báo Dân trí",
        source_kind="quoted",
        source_name="Báo Dân trí",
        source_url="https://a.example/1",
    )
    client.force_login(by)

    [row] = client.get(reverse("news_by_author"), JUNE).context["rows"]

    assert (row.undecided, [line.fee for line in row.lines]) == (0, [None])


@pytest.mark.parametrize("coefficient", ["-0.5", "30.5"])
def test_a_coefficient_outside_what_the_office_allows_is_refused(by, units, coefficient):
    article = one("Lê An")

    with pytest.raises(ValidationError) as refusal:
        actions.set_royalty(article=article, coefficient=Decimal(coefficient), by=by)

    assert refusal.value.message_dict == {"coefficient": ["Hệ số từ 0 đến 30."]}


def test_a_new_draft_leaves_the_royalty_as_it_was_set(by, units):
    article = paid("Lê An", Decimal(3), by)
    article.refresh_from_db()
    article.title = "Tên khác"
    article.save_revision(clean=False)
    actions.set_royalty(article=article, coefficient=Decimal(4), by=by)

    actions.publish_article(article=NewsArticle.objects.get(pk=article.pk), by=by)

    article.refresh_from_db()
    assert (article.title, article.royalty_coefficient) == ("Tên khác", 4)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [(Role.LEADER, True), (Role.OFFICER, False), (Role.OFFICE_MANAGER, False)],
)
def test_royalties_are_set_by_who_publishes(client, by, units, role, allowed):
    article = one("Lê An")
    client.force_login(user_with(role))
    address = reverse("wagtailsnippets_news_newsarticle:do_set_royalty", args=[article.pk])

    answer = client.post(address, {"coefficient": "2,5"})

    article.refresh_from_db()
    assert answer.status_code == (302 if allowed else 403)
    assert article.royalty_coefficient == (Decimal("2.5") if allowed else None)


def test_readers_do_not_learn_what_an_article_was_paid(by, units):
    article = paid("Lê An", Decimal("2.5"), by)

    hidden = policy_of(NewsArticle).hidden_fields(user_with(Role.CONTACT_OFFICER), article)

    assert "royalty_coefficient" in hidden
