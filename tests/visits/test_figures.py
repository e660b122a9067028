"""E07 and E07a, and the numbers of this moment."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period, today
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.figures import by_day, by_month, by_year, numbers_now
from lienhiep.visits.models import RecentVisitor
from tests.factories.visits import DailyTallyFactory, balance

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)


def value(code, period=YEAR, data_date=date(2023, 1, 10)):
    return evaluate(figure_named(code), period, data_date)


def test_the_total_is_the_balance_and_the_visits_after_it():
    balance(date(2021, 12, 31), 1000)
    DailyTallyFactory(day=date(2021, 12, 31), visits=500)  # in the balance already
    DailyTallyFactory(day=date(2022, 3, 1), visits=20)
    DailyTallyFactory(day=date(2022, 3, 1), visits=7, kind=TallyKind.BOT)

    assert (value("E07").value, value("E07").records) == (1020, 2)


def test_the_total_stands_at_the_data_date_of_a_report_made_soon_after():
    balance(date(2021, 12, 31), 1000)
    DailyTallyFactory(day=date(2023, 1, 10), visits=30)
    DailyTallyFactory(day=date(2023, 1, 11), visits=400)

    assert value("E07").value == 1030
    assert value("E07", data_date=date(2024, 6, 1)).value == 1000
    assert value("E07a").value == 0


def test_the_newest_balance_by_then_takes_the_place_of_older_ones():
    balance(date(2021, 12, 31), 1000)
    DailyTallyFactory(day=date(2022, 3, 1), visits=20)
    balance(date(2022, 6, 30), 5000)
    DailyTallyFactory(day=date(2022, 7, 1), visits=1)

    assert value("E07").value == 5001
    assert value("E07", Period.quarter(2022, 1), date(2022, 3, 31)).value == 1020


def test_without_a_balance_the_total_is_what_was_counted():
    DailyTallyFactory(day=date(2022, 3, 1), visits=20)

    assert value("E07").value == 20


def test_visits_of_the_period_are_those_of_people_on_its_days():
    DailyTallyFactory(day=date(2021, 12, 31), visits=1)
    DailyTallyFactory(day=date(2022, 1, 1), visits=20)
    DailyTallyFactory(day=date(2022, 12, 31), visits=300)
    DailyTallyFactory(day=date(2022, 12, 31), visits=9, kind=TallyKind.BOT)
    balance(date(2022, 6, 30), 5000)

    assert (value("E07a").value, value("E07a").records) == (320, 2)


def test_the_numbers_of_this_moment():
    now, day = timezone.now(), today()
    balance(date(2021, 12, 31), 1000)
    DailyTallyFactory(day=day, visits=5)
    DailyTallyFactory(day=day.replace(day=1) - timedelta(days=1), visits=70)
    RecentVisitor.objects.create(visitor=1, seen_at=now - timedelta(minutes=9))
    RecentVisitor.objects.create(visitor=2, seen_at=now - timedelta(minutes=11))
    RecentVisitor.objects.create(visitor=3, seen_at=now, is_bot=True)

    assert numbers_now().as_json() == {
        "online": 1,
        "online_bots": 1,
        "today": 5,
        "month": 5,
        "total": 1075,
    }


def test_visits_by_day_month_and_year():
    DailyTallyFactory(day=date(2022, 2, 1), visits=5)
    DailyTallyFactory(day=date(2022, 2, 28), visits=6)
    DailyTallyFactory(day=date(2023, 1, 1), visits=7)

    assert by_year() == {2023: 7, 2022: 11}
    assert by_month(2022) == [None, 11, *[None] * 10]
    assert by_day(2022, 2) == [5, *[None] * 26, 6]
