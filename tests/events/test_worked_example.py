"""The demonstration's 2022 of conferences and partners, counted a second time in SQL.

The report of 2022 names the groups, the modes and the ten tasks; it counts none of the
conferences, so these numbers are the demonstration's own.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period, today
from lienhiep.demo import events, people
from lienhiep.events.models import Conference, Course, Registration, Sponsorship

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)
FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load this room of the demonstration once for this module, and take it back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        people.load()
        events.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period, DATA_DATE)


def parts_of(code):
    return {part.key: part.value for part in value_of(code).parts}


def sql(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


HELD = " held_on BETWEEN %s AND %s"


def by_column(column, kind):
    return dict(
        sql(
            f"SELECT {column}, COUNT(*) FROM events_conference"
            f" WHERE kind = %s AND {HELD} GROUP BY {column}",
            kind,
            FIRST,
            LAST,
        )
    )


def test_seven_study_conferences_were_held_for_three_groups_in_the_room_and_online():
    assert value_of("A01").value == 7
    assert parts_of("A01") == by_column("audience", "political_study")
    assert parts_of("A01") == {"key_cadres": 3, "cadres_members": 2, "intellectuals": 2}
    assert parts_of("A01a") == by_column("mode", "political_study")
    assert parts_of("A01a") == {"room": 1, "online": 3, "both": 3}


def test_936_people_studied_resolutions_in_the_room_and_online():
    expected = dict(
        sql(
            "SELECT a.place, SUM(a.number) FROM events_attendance a"
            " JOIN events_conference c ON c.id = a.conference_id"
            " WHERE c.kind = 'political_study' AND c.held_on BETWEEN %s AND %s GROUP BY a.place",
            FIRST,
            LAST,
        )
    )

    assert value_of("A02").value == 936
    assert parts_of("A02") == expected == {"room": 245, "online": 691}


def test_the_bodies_of_the_union_met_twelve_times():
    expected = dict(
        sql(
            "SELECT b.kind, COUNT(*) FROM events_conference c"
            " JOIN associations_body b ON b.id = c.body_id"
            " WHERE c.held_on BETWEEN %s AND %s GROUP BY b.kind",
            FIRST,
            LAST,
        )
    )

    assert value_of("A07").value == 12
    assert parts_of("A07") == expected == {"executive": 2, "standing": 4, "permanent": 6}


def test_nine_conferences_seminars_and_discussions_were_held():
    expected = sql(
        "SELECT COUNT(*) FROM events_conference"
        " WHERE kind NOT IN ('political_study', 'body_meeting') AND held_on BETWEEN %s AND %s",
        FIRST,
        LAST,
    )

    assert [(value_of("E09").value,)] == expected == [(9,)]


def test_seven_courses_were_held_of_which_four_technical_with_nine_sessions():
    expected = sql(
        "SELECT kind, COUNT(*), SUM(sessions) FROM events_course"
        " WHERE held_on BETWEEN %s AND %s GROUP BY kind ORDER BY kind",
        FIRST,
        LAST,
    )

    assert expected == [("association_work", 3, 8), ("technical", 4, 9)]
    assert [value_of(code).value for code in ("E10", "E10a", "E11")] == [4, 9, 3]


def test_1457_people_were_at_conferences_and_courses():
    ((at_conferences,),) = sql(
        "SELECT SUM(a.number) FROM events_attendance a"
        " JOIN events_conference c ON c.id = a.conference_id"
        " WHERE c.kind NOT IN ('political_study', 'body_meeting')"
        " AND c.held_on BETWEEN %s AND %s",
        FIRST,
        LAST,
    )
    ((at_courses,),) = sql(
        "SELECT SUM(a.number) FROM events_attendance a"
        " JOIN events_course c ON c.id = a.course_id WHERE c.held_on BETWEEN %s AND %s",
        FIRST,
        LAST,
    )

    assert value_of("E12").value == at_conferences + at_courses == 1457
    assert value_of("E12a").value == at_courses == 504


def test_one_programme_was_in_force_and_three_were_signed_the_year_after():
    assert [value_of(code).value for code in ("H01", "H01a")] == [1, 0]
    later = [
        evaluate(figure_named(code), Period.year(2023), date(2024, 1, 10)).value
        for code in ("H01", "H01a")
    ]
    assert later == [4, 3]


def test_delegations_sponsors_and_charity_of_the_year():
    received = sql(
        "SELECT SUM(amount_received) FROM events_sponsorship WHERE received_on BETWEEN %s AND %s",
        FIRST,
        LAST,
    )

    assert parts_of("H02") == {"out": 1, "in": 3}
    assert [(value_of("H03").value,)] == received == [(62_500_000,)]
    assert [value_of(code).value for code in ("H06", "H06a")] == [2, 35_000_000]


def test_the_year_end_conference_concluded_the_ten_tasks_of_2023():
    conclusions = events.conclusions_of_2023()

    assert [one.number for one in conclusions] == list(range(1, 11))
    assert {one.conference.held_on for one in conclusions} == {date(2023, 1, 10)}
    assert all(one.speaker == one.conference.chair for one in conclusions)


def test_something_comes_and_something_waits():
    assert Conference.objects.coming_on(today()).exists()
    assert Conference.objects.unrecorded_on(today()).exists()
    assert Registration.objects.standing().exists()
    assert Sponsorship.objects.outstanding().exists()


def test_the_demonstration_loaded_again_changes_nothing():
    models = (Conference, Course, Registration, Sponsorship)
    before = [model.objects.count() for model in models]

    events.load()

    assert [model.objects.count() for model in models] == before
