"""The demonstration's 2022 comes out as the report of that year states it.

Every figure is counted twice: by its own function, and by SQL written here from the words of
the catalogue, so that a mistake in the one is not repeated in the other.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.contests.data_checks import authors_within_window, children_consented
from lienhiep.contests.models import Entry, Prize
from lienhiep.contests.naming import public_bylines
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.demo import contests, people

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)
IN_2022 = (date(2022, 1, 1), date(2022, 12, 31))


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load the contests of the demonstration once for this module, and take them back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        people.load()
        contests.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period, DATA_DATE)


def sql(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


ENTRIES = (
    " FROM contests_entry e JOIN contests_edition d ON d.id = e.edition_id"
    " JOIN contests_contest c ON c.id = d.contest_id"
    " WHERE c.level = 'provincial' AND e.withdrawn_on IS NULL"
    " AND e.received_on BETWEEN %s AND %s"
)
PRIZES = (
    " FROM contests_prize p JOIN contests_edition d ON d.id = p.edition_id"
    " JOIN contests_contest c ON c.id = d.contest_id"
    " JOIN contests_prizelevel l ON l.id = p.level_id"
    " WHERE p.withdrawn_on IS NULL AND p.decided_on BETWEEN %s AND %s"
)


def test_105_entries_came_in_from_five_fields():
    by_field = sql(f"SELECT e.field_id, COUNT(*){ENTRIES} GROUP BY e.field_id", *IN_2022)

    assert value_of("F01").value == 105
    assert {part.key: part.value for part in value_of("F02").parts} == {
        str(field): count for field, count in by_field
    }
    assert [part.value for part in value_of("F02").parts] == [24, 18, 22, 20, 21]


def test_authors_and_schools_are_counted_once_each():
    authors = sql(
        "SELECT COUNT(DISTINCT a.person_id) FROM contests_entryauthor a"
        f" WHERE a.entry_id IN (SELECT e.id{ENTRIES})",
        *IN_2022,
    )
    units = sql(f"SELECT COUNT(DISTINCT e.unit_id){ENTRIES}", *IN_2022)

    assert [(value_of("F01a").value,)] == authors == [(131,)]
    assert [(value_of("F01b").value,)] == units == [(23,)]


def test_41_prizes_of_the_province_are_3_5_10_and_23():
    parts = value_of("F03").parts
    counted = sql(
        f"SELECT l.rank, COUNT(*){PRIZES} AND c.level = 'provincial' GROUP BY l.rank", *IN_2022
    )

    assert [(part.key, part.value) for part in parts] == [
        ("first", 3),
        ("second", 5),
        ("third", 10),
        ("consolation", 23),
    ]
    assert dict(counted) == {part.key: part.value for part in parts}
    assert value_of("F03").value == 41


def test_8_entries_went_to_the_18th_national_edition():
    sent = sql(
        "SELECT d.ordinal, COUNT(*) FROM contests_nomination n"
        " JOIN contests_edition d ON d.id = n.edition_id"
        " WHERE n.recalled_on IS NULL AND n.sent_on BETWEEN %s AND %s GROUP BY d.ordinal",
        *IN_2022,
    )

    assert value_of("F04").value == 8
    assert sent == [(18, 8)]


def test_the_national_contest_brought_1_second_1_third_and_2_consolation_prizes():
    counted = sql(
        f"SELECT l.rank, COUNT(*){PRIZES} AND c.level = 'national' AND c.kind <> 'award'"
        " GROUP BY l.rank",
        *IN_2022,
    )

    parts = [(part.key, part.value) for part in value_of("F05").parts]
    assert parts == [("second", 1), ("third", 1), ("consolation", 2)]
    assert dict(counted) == dict(parts)


def test_the_award_of_2021_counts_in_2022_by_its_decision():
    rows = sql(
        f"SELECT d.year_label, l.rank{PRIZES} AND c.kind = 'award'",
        *IN_2022,
    )

    assert (value_of("F06").value, value_of("F06", Period.year(2021)).value) == (1, 0)
    assert rows == [("2021", "consolation")]


def test_one_edition_was_held_and_its_prizes_cost_73_million():
    money = sql(f"SELECT SUM(p.amount){PRIZES} AND c.level = 'provincial'", *IN_2022)

    assert value_of("F07").value == 1
    assert [(value_of("F08").value,)] == money == [(73_000_000,)]


def test_the_year_before_stands_beside_it():
    before = Period.year(2021)

    assert [value_of(code, before).value for code in ("F01", "F03", "F05")] == [14, 10, 3]


def test_a_half_year_counts_what_was_decided_in_it():
    first, last = Period.parse("2022-H1"), Period.parse("2022-H2")

    assert [value_of("F03", one).value for one in (first, last)] == [0, 41]
    assert [value_of("F06", one).value for one in (first, last)] == [1, 0]


def test_some_winners_are_masked_and_no_child_is_named_without_consent():
    prizes = Prize.objects.provincial().decided_in(YEAR).with_names()
    shown = public_bylines([prize.entry for prize in prizes])
    masked = [one for one in shown.values() if not one.is_whole]

    assert len(masked) == 5
    assert [one.unit for one in masked] == [""] * 5
    assert list(children_consented()) == []


def test_every_author_lies_within_the_window_of_the_rules():
    assert list(authors_within_window()) == []


def test_the_winners_of_2021_are_found_for_their_commendation():
    found = contests.winners_of_2021()

    assert len(found) == len({one.pk for one in found}) >= 4


def test_the_demonstration_loaded_again_changes_nothing():
    before = (Entry.objects.count(), Prize.objects.count())

    contests.load()

    assert (Entry.objects.count(), Prize.objects.count()) == before
