"""The demonstration's counter comes out as the report of 2022 states it, counted again in SQL."""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.demo import people, visits
from lienhiep.visits.models import DailyTally

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load the counter of the demonstration once for this module, and take it back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        people.load()
        visits.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR, data_date=DATA_DATE):
    return evaluate(figure_named(code), period, data_date).value


def counted(first, last):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT SUM(visits) FROM visits_dailytally"
            " WHERE kind = 'person' AND day BETWEEN %s AND %s",
            [first, last],
        )
        return int(cursor.fetchone()[0])


def carried_over():
    with connection.cursor() as cursor:
        cursor.execute("SELECT visits FROM visits_dailytally WHERE kind = 'opening'")
        return cursor.fetchone()[0]


def test_the_counter_stood_at_4469335_when_the_report_was_made():
    assert value_of("E07") == 4_469_335
    assert carried_over() + counted(date(2022, 1, 1), DATA_DATE) == 4_469_335


def test_at_the_end_of_the_year_it_stood_at_4346019():
    assert value_of("E07", data_date=date(2026, 11, 1)) == 4_346_019
    assert carried_over() + counted(date(2022, 1, 1), date(2022, 12, 31)) == 4_346_019


def test_the_first_ten_days_of_2023_brought_123316():
    assert value_of("E07a", Period.month(2023, 1)) == 123_316


def test_the_visits_of_the_year_are_what_the_balance_was_short_of():
    assert value_of("E07a") == counted(date(2022, 1, 1), date(2022, 12, 31))
    assert value_of("E07a") == 4_346_019 - carried_over()


def test_every_day_has_its_row_and_weekends_are_quieter():
    days = DailyTally.objects.of_people().in_period(YEAR)

    assert days.count() == 365
    assert days.filter(day__week_day=4).first().visits > days.filter(day__week_day=1).first().visits


def test_the_demonstration_loaded_again_changes_nothing():
    before = DailyTally.objects.count()

    visits.load()

    assert DailyTally.objects.count() == before
