"""The demonstration's 2022 comes out as the report of that year states it.

Every figure is counted twice: by its own function, and by SQL written here from the words of
the catalogue, so that a mistake in the one is not repeated in the other.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.demo import journal, people
from lienhiep.journal.models import Article, Issue, YearPlan

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load the journal of the demonstration once for this module, and take it back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        people.load()
        journal.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period, DATA_DATE)


def sql(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def test_12_of_12_numbers_were_published():
    value = value_of("E01")

    assert (value.value, value.plan, value.of_plan) == (12, 12, 100)
    assert sql(
        "SELECT SUM(number_count), COUNT(*) FROM journal_issue"
        " WHERE published_on BETWEEN %s AND %s AND withdrawn_on IS NULL",
        date(2022, 1, 1),
        date(2022, 12, 31),
    ) == [(12, 12)]


@pytest.mark.parametrize(
    ("period", "published", "planned"),
    [("2022-H1", 6, 6), ("2022-9M", 9, 9), ("2022-Q3", 3, 3), ("2022-11", 1, 1), ("2021", 12, 12)],
)
def test_parts_of_a_year_count_their_own_months(period, published, planned):
    value = value_of("E01", Period.parse(period))

    assert (value.value, value.plan) == (published, planned)


def test_2021_had_11_booklets_of_which_one_counts_as_two():
    value = value_of("E01", Period.year(2021))

    assert (value.value, value.records) == (12, 11)


def test_copies_printed_are_the_print_runs_added_up():
    expected = sql(
        "SELECT SUM(print_run) FROM journal_issue WHERE published_on BETWEEN %s AND %s",
        date(2022, 1, 1),
        date(2022, 12, 31),
    )

    assert [(value_of("E02").value,)] == expected == [(14400,)]


BY_SUBJECT = """
    SELECT s.code, COUNT(*), SUM(a.page_count)
    FROM journal_article a
    JOIN journal_issue i ON i.id = a.issue_id
    JOIN journal_subject s ON s.id = a.subject_id
    WHERE i.published_on BETWEEN %s AND %s AND i.withdrawn_on IS NULL
    GROUP BY s.code, s.position ORDER BY s.position
"""


def by_subject():
    return sql(BY_SUBJECT, date(2022, 1, 1), date(2022, 12, 31))


def test_240_articles_are_shared_out_as_30_25_20_20_5():
    parts = value_of("E03").parts

    assert [(part.value, part.share) for part in parts] == [
        (72, 30),
        (60, 25),
        (48, 20),
        (48, 20),
        (12, 5),
    ]
    assert [part.value for part in parts] == [count for _code, count, _pages in by_subject()]


def test_shares_by_pages_add_up_to_100_too():
    parts = value_of("E03b").parts

    assert [part.value for part in parts] == [pages for _code, _count, pages in by_subject()]
    assert sum(part.share for part in parts) == 100


def test_articles_received_and_published_are_counted_by_different_days():
    received = sql(
        "SELECT COUNT(*) FROM journal_article WHERE received_on BETWEEN %s AND %s",
        date(2022, 1, 1),
        date(2022, 12, 31),
    )

    assert value_of("E04a").value == 240
    assert [(value_of("E04").value,)] == received


def test_contributors_are_counted_once_each_however_much_they_wrote():
    expected = sql(
        "SELECT COUNT(DISTINCT w.person_id) FROM journal_articleauthor w"
        " JOIN journal_article a ON a.id = w.article_id"
        " JOIN journal_issue i ON i.id = a.issue_id"
        " WHERE i.published_on BETWEEN %s AND %s AND i.withdrawn_on IS NULL",
        date(2022, 1, 1),
        date(2022, 12, 31),
    )

    assert [(value_of("E04b").value,)] == expected == [(61,)]


def test_the_last_issue_went_to_460_communes_40_departments_and_63_unions():
    expected = sql(
        "SELECT d.kind, SUM(d.places) FROM journal_delivery d"
        " JOIN journal_issue i ON i.id = d.issue_id"
        " WHERE i.year = 2022 AND i.number = 12 GROUP BY d.kind"
    )

    assert {part.key: part.value for part in value_of("E05").parts} == dict(expected)
    assert dict(expected) == {"communes": 460, "departments": 40, "exchange": 63, "others": 1}
    assert [value_of(code).value for code in ("E05a", "E05b", "E05c")] == [460, 40, 63]


def test_the_63_are_62_sister_unions_and_the_national_union():
    kinds = sql(
        "SELECT o.kind, COUNT(*) FROM journal_delivery d"
        " JOIN journal_issue i ON i.id = d.issue_id"
        " JOIN directory_organisation o ON o.id = d.organisation_id"
        " WHERE i.year = 2022 AND i.number = 12 AND d.kind = 'exchange' GROUP BY o.kind"
    )

    assert dict(kinds) == {"sister_union": 62, "central_union": 1}


def test_since_the_reform_of_2025_the_list_has_130_communes_and_33_sister_unions():
    newest = Issue.objects.published().latest("published_on")

    by_kind = dict(
        sql(
            "SELECT kind, SUM(places) FROM journal_delivery WHERE issue_id = %s GROUP BY kind",
            newest.pk,
        )
    )

    assert (by_kind["communes"], by_kind["exchange"]) == (130, 34)


def test_the_demonstration_loaded_again_changes_nothing():
    before = (Issue.objects.count(), Article.objects.count(), YearPlan.objects.count())

    journal.load()

    assert (Issue.objects.count(), Article.objects.count(), YearPlan.objects.count()) == before
