"""A month of the site day by day, as those who plan it see it."""

from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.period import ZONE, Period
from lienhiep.news import actions
from lienhiep.news.editorial_calendar import What, month_sheet
from tests.factories.accounts import user_with
from tests.factories.news import NewsArticleFactory, published

pytestmark = pytest.mark.django_db


def at(day, hour=9, month=6):
    return datetime(2022, month, day, hour, tzinfo=ZONE)


def on_days(period):
    return {
        cell.day.day: [(entry.what, entry.article.title) for entry in cell.entries]
        for week in month_sheet(period)
        for cell in week
        if cell.inside and cell.entries
    }


def test_each_day_tells_what_came_is_set_to_come_and_leaves_the_lists(by):
    published(title="Buổi chiều", at=at(10, 15), expires_at=at(30))
    published(title="Buổi sáng", at=at(10, 7))
    NewsArticleFactory(title="Hẹn", scheduled_for=at(12), scheduled_by=by)
    published(title="Tháng sau", at=at(1, month=7))
    withdrawn = published(title="Đã gỡ", at=at(11))
    actions.unpublish_article(article=withdrawn, reason="Sai", by=by)

    assert on_days(Period.month(2022, 6)) == {
        10: [(What.PUBLISHED, "Buổi sáng"), (What.PUBLISHED, "Buổi chiều")],
        12: [(What.SCHEDULED, "Hẹn")],
        30: [(What.EXPIRES, "Buổi chiều")],
    }


def test_a_moment_counts_on_its_day_in_vietnam():
    published(title="Đêm", at=datetime(2022, 6, 30, 23, 59, tzinfo=ZONE))

    assert on_days(Period.month(2022, 6)) == {30: [(What.PUBLISHED, "Đêm")]}
    assert on_days(Period.month(2022, 7)) == {}


def test_the_sheet_has_whole_weeks_from_monday(client, by):
    published(title="Tin tháng sáu", at=at(10))
    client.force_login(by)

    page = BeautifulSoup(
        client.get(reverse("news_calendar"), {"thang": "2022-06"}).content, "html.parser"
    )

    heads = [head.get_text() for head in page.select(".lh-month th")]
    assert (heads[0], heads[-1], len(heads)) == ("Thứ Hai", "Chủ nhật", 7)
    assert [link["href"] for link in page.select(".lh-month-ways a[rel]")] == [
        "?thang=2022-05",
        "?thang=2022-07",
    ]
    assert "Tin tháng sáu" in page.select_one(".lh-month").get_text()


@pytest.mark.parametrize("asked", ["", "2022-13", "tháng sáu", "9999-01", "0001-01"])
def test_what_is_no_month_shows_the_present_one(client, by, asked):
    client.force_login(by)

    answer = client.get(reverse("news_calendar"), {"thang": asked})

    assert answer.status_code == 200
    assert answer.context["today"] in [
        cell.day for week in answer.context["weeks"] for cell in week if cell.inside
    ]


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("1900-01", "", "1900-02"),
        ("2022-12", "2022-11", "2023-01"),
        ("2023-01", "2022-12", "2023-02"),
        ("2199-12", "2199-11", ""),
    ],
)
def test_months_lead_on_over_the_turn_of_the_year(client, by, asked, before, after):
    client.force_login(by)

    context = client.get(reverse("news_calendar"), {"thang": asked}).context

    assert (context["before"], context["after"]) == (before, after)


@pytest.mark.parametrize("role", [Role.ACCOUNTANT, Role.CONTRIBUTOR, Role.JOURNAL_SECRETARY])
def test_who_reads_no_drafts_does_not_see_what_is_planned(client, role):
    client.force_login(user_with(role))

    assert client.get(reverse("news_calendar")).status_code in (403, 404)


def test_more_articles_ask_no_more_questions():
    def asked():
        with CaptureQueriesContext(connection) as questions:
            on_days(Period.month(2022, 6))
        return len(questions)

    published(at=at(1))
    few = asked()
    for day in range(2, 20):
        published(at=at(day))

    assert asked() == few == len(What)
