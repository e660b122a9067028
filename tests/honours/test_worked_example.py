"""The demonstration's 2022 comes out as the report of that year states it.

Every figure is counted twice: by its own function, and by SQL written here from the words of
the catalogue, so that a mistake in the one is not repeated in the other.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.core.data_checks import all_checks
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.demo import honours, people
from lienhiep.honours.models import EmulationResult, Honour, Nomination

# Said although the fixture opens the database by itself: a run of this file alone, too, is
# to find its tables.
pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)
FROM, UNTIL = date(2022, 1, 1), date(2022, 12, 31)


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load commendation of the demonstration once for this module, and take it back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        people.load()
        honours.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period, DATA_DATE)


def sql(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


LETTERS = """
    SELECT SUM(CASE WHEN h.organisation_id IS NOT NULL THEN 1 ELSE 0 END),
           SUM(CASE WHEN h.person_id IS NOT NULL THEN 1 ELSE 0 END), COUNT(*)
    FROM honours_honour h
    JOIN honours_honourform f ON f.id = h.form_id
    JOIN directory_organisation b ON b.id = h.awarding_body_id
    WHERE f.kind = 'letter' AND b.kind = 'own_union' AND h.year_rewarded = %s
      AND h.decided_on IS NOT NULL AND h.revoked_on IS NULL
"""


@pytest.mark.parametrize(("year", "expected"), [(2022, (4, 7, 11)), (2021, (3, 6, 9))])
def test_letters_of_commendation_are_4_collectives_and_7_persons_for_2022(year, expected):
    codes = ("G01a", "G01b", "G01")
    values = tuple(value_of(code, Period.year(year)).value for code in codes)

    assert [values] == sql(LETTERS, year) == [expected]


def test_they_were_decided_and_handed_over_in_january_2023():
    days = sql(
        "SELECT DISTINCT h.decided_on, h.conferred_on FROM honours_honour h"
        " JOIN honours_honourform f ON f.id = h.form_id"
        " WHERE f.kind = 'letter' AND h.year_rewarded = 2022"
    )

    assert [tuple(str(day) for day in row) for row in days] == [("2023-01-05", "2023-01-10")]


MERITS = """
    SELECT COUNT(*) FROM honours_honour h
    JOIN honours_honourform f ON f.id = h.form_id
    JOIN directory_organisation o ON o.id = h.organisation_id
    WHERE f.kind = 'merit' AND o.kind = 'own_union' AND h.revoked_on IS NULL
"""


def test_the_union_received_3_certificates_of_merit_by_decisions_of_2022():
    expected = sql(f"{MERITS} AND h.decided_on BETWEEN %s AND %s", FROM, UNTIL)

    assert [(value_of("G02").value,)] == expected == [(3,)]


def test_by_the_year_rewarded_they_would_be_2_because_one_was_for_2021():
    assert sql(f"{MERITS} AND h.year_rewarded = 2022") == [(2,)]


def test_the_province_commended_persons_by_decision_590_for_what_they_won_in_2021():
    expected = sql(
        "SELECT COUNT(*), MIN(h.year_rewarded), MAX(h.year_rewarded) FROM honours_honour h"
        " JOIN honours_honourform f ON f.id = h.form_id"
        " WHERE f.level IN ('province', 'state') AND f.kind NOT IN ('medal', 'distinction')"
        " AND h.decided_on BETWEEN %s AND %s AND h.person_id IS NOT NULL",
        FROM,
        UNTIL,
    )
    value = value_of("G03")

    assert [(value.value, 2021, 2021)] == expected
    assert value.value > 0
    assert {h.decision_label[:11] for h in value.counting.rows()} == {"590/QĐ-UBND"}


def test_one_intellectual_was_publicly_honoured():
    expected = sql(
        "SELECT COUNT(*) FROM honours_honour h JOIN honours_honourform f ON f.id = h.form_id"
        " WHERE f.kind = 'distinction' AND h.decided_on BETWEEN %s AND %s",
        FROM,
        UNTIL,
    )

    assert [(value_of("G04").value,)] == expected == [(1,)]
    assert value_of("G04").counting.rows().get().person.titles == "ThS"


def test_medals_and_the_emulation_cluster():
    assert (value_of("G05").value, value_of("G05", Period.year(2021)).value) == (0, 2)
    assert [part.label for part in value_of("G06").parts] == ["Cụm thi đua số 4"]


def test_the_demonstration_has_something_that_waits():
    states = {nomination.state for nomination in Nomination.objects.all()}

    assert states == {"submitted", "considered", "returned", "decided"}
    assert Honour.objects.given().to_confer().count() == 2


def test_no_data_check_finds_anything():
    checks = [check for check in all_checks() if check.name.startswith("honours.")]

    assert [finding.message for check in checks for finding in check.find()] == []


def test_the_demonstration_loaded_again_changes_nothing():
    models = (Honour, Nomination, EmulationResult)
    before = [model.objects.count() for model in models]

    honours.load()

    assert [model.objects.count() for model in models] == before
