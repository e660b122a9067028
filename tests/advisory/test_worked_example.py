"""The demonstration's 2022 comes out as the report of that year states it.

Every figure is counted twice: by its own function, and by SQL written here from the words of
the catalogue, so that a mistake in the one is not repeated in the other.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.accounts.choices import Role
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    DraftComment,
    FundedProject,
    ProjectReport,
    ScienceTask,
)
from lienhiep.core.data_checks import all_checks
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.core.waiting import waiting_for
from lienhiep.demo import advisory, people

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)
FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)
KEPT = (
    AdvisoryTask,
    CouncilInvitation,
    DraftComment,
    FundedProject,
    ProjectReport,
    ScienceTask,
)


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load this room's part of the demonstration once for this module, and take it back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        people.load()
        advisory.load()
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


DONE = (
    " FROM advisory_advisorytask WHERE delivered_on BETWEEN %s AND %s"
    " AND declined_on IS NULL AND cancelled_on IS NULL"
)


def test_6_advisory_tasks_were_done_in_2022_of_5_in_the_yearly_list():
    value = value_of("C01")

    assert (value.value, value.plan, value.of_plan) == (6, 5, 120)
    assert sql("SELECT COUNT(*)" + DONE, FIRST, LAST) == [(6,)]
    assert sql("SELECT COUNT(*) FROM advisory_advisorytask WHERE in_year_list = 2022") == [(5,)]


@pytest.mark.parametrize(
    ("period", "done"),
    [("2021", 2), ("2022-H1", 2), ("2022-9M", 3), ("2022-Q4", 3), ("2022-11", 1)],
)
def test_parts_of_a_year_count_their_own_months(period, done):
    assert value_of("C01", Period.parse(period)).value == done


@pytest.mark.parametrize(("code", "column"), [("C02", "kind"), ("C03", "origin")])
def test_the_six_are_told_by_kind_and_by_origin(code, column):
    expected = dict(sql(f"SELECT {column}, COUNT(*){DONE} GROUP BY {column}", FIRST, LAST))

    assert parts_of(code) == expected
    assert sum(expected.values()) == 6


def test_councils_of_others_are_counted_apart_from_environmental_ones():
    seats = dict(
        sql(
            "SELECT kind = 'eia', COUNT(*) FROM advisory_councilinvitation"
            " WHERE attended_on BETWEEN %s AND %s GROUP BY kind = 'eia'",
            FIRST,
            LAST,
        )
    )

    assert (value_of("C04").value, value_of("C06").value) == (seats[0], seats[1]) == (4, 3)


def test_6_drafts_were_commented_on():
    drafts = sql(
        "SELECT COUNT(*) FROM advisory_draftcomment WHERE sent_on BETWEEN %s AND %s", FIRST, LAST
    )

    assert [(value_of("C05").value,)] == drafts == [(6,)]


def test_experts_count_once_each_however_many_councils_they_sat_in():
    expected = sql(
        "SELECT COUNT(DISTINCT m.person_id) FROM advisory_councilmember m"
        " JOIN advisory_advisorytask t ON t.id = m.task_id"
        " WHERE t.delivered_on BETWEEN %s AND %s AND m.left_on IS NULL",
        FIRST,
        LAST,
    )

    assert [(value_of("C07").value,)] == expected == [(10,)]


def test_10_of_11_recommendations_answered_in_2022_were_taken_up():
    answers = dict(
        sql(
            "SELECT r.answer, COUNT(*) FROM advisory_recommendation r"
            " JOIN advisory_advisorytask t ON t.id = r.task_id"
            " WHERE t.replied_on BETWEEN %s AND %s AND r.answer <> 'open' GROUP BY r.answer",
            FIRST,
            LAST,
        )
    )

    assert value_of("C08").value == answers["accepted"] + answers["partly"] == 10
    assert parts_of("C08") == {"whole": sum(answers.values()), "part": 10}


def test_the_money_paid_is_what_stands_in_the_tasks():
    paid = sql(
        "SELECT SUM(paid_amount) FROM advisory_advisorytask WHERE paid_on BETWEEN %s AND %s",
        FIRST,
        LAST,
    )

    assert [(value_of("C09").value,)] == paid == [(225_000_000,)]


def test_3_science_tasks_of_the_new_countryside_programme_were_carried_out():
    expected = sql(
        "SELECT p.name, COUNT(*), SUM(t.budget) FROM advisory_sciencetask t"
        " JOIN advisory_programme p ON p.id = t.programme_id WHERE t.starts_on <= %s"
        " AND (t.accepted_on IS NULL OR t.accepted_on >= %s)"
        " AND (t.stopped_on IS NULL OR t.stopped_on >= %s) GROUP BY p.name",
        LAST,
        FIRST,
        FIRST,
    )

    assert [(part.label, part.value) for part in value_of("D01").parts] == [
        (name, count) for name, count, _budget in expected
    ]
    assert (value_of("D01").value, value_of("D02").value) == (3, 2_670_000_000)
    assert [budget for _name, _count, budget in expected] == [2_670_000_000]


def test_of_the_three_two_were_new_one_was_carried_over_and_one_accepted():
    values = [value_of(code).value for code in ("D01a", "D01b", "D01c")]

    assert values == [2, 1, 1]
    assert parts_of("D06") == {"excellent": 1}


def test_the_project_against_hiv_was_carried_out_and_reached_2752_times():
    expected = sql(
        "SELECT SUM(beneficiaries), SUM(spent) FROM advisory_projectreport"
        " WHERE until BETWEEN %s AND %s AND voided_on IS NULL",
        FIRST,
        LAST,
    )

    assert value_of("D05").value == 1
    assert [(value_of("D05a").value, value_of("D05b").value)] == expected
    assert expected == [(2752, 1_000_000_000)]


def test_now_the_expert_owes_a_paper_and_everybody_has_something_to_do():
    waiting = {
        role: [str(item.what) for item in waiting_for(people.account(role))]
        for role in (Role.EXPERT, Role.LEADER)
    }

    assert waiting == {
        Role.EXPERT: ["Nộp bài nhận xét về “Phản biện quy hoạch phòng, chống lũ lưu vực sông Cả”"],
        Role.LEADER: [
            "Quyết định thành lập hội đồng “Phản biện dự thảo Đề án kinh tế tuần hoàn cấp xã”"
        ],
    }
    assert len(waiting_for(people.account(Role.OFFICER))) == 7


def test_the_data_checks_find_what_the_year_left_undone():
    found = {
        check.name: len(list(check.find()))
        for check in all_checks()
        if check.name.startswith("advisory.")
    }

    assert {name: number for name, number in found.items() if number} == {
        "advisory.closed_with_reply": 1,
        "advisory.science_ended": 1,
    }


def test_the_demonstration_loaded_again_changes_nothing():
    before = [model.objects.count() for model in KEPT]

    advisory.load()

    assert [model.objects.count() for model in KEPT] == before
