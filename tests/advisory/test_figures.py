"""What this room counts, and what it leaves out."""

from datetime import date

import pytest

from lienhiep.advisory import actions
from lienhiep.advisory.actions import Reply
from lienhiep.advisory.choices import Answer, FundSource, Grade, TaskKind, TaskOrigin, TaskState
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.core.principals import ANYONE
from tests.factories.advisory import (
    CouncilInvitationFactory,
    DraftCommentFactory,
    FundedProjectFactory,
    ProgrammeFactory,
    ProjectReportFactory,
    ScienceTaskFactory,
    task_at,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period)


def parts_of(code, period=YEAR):
    return {part.key: part.value for part in value_of(code, period).parts}


@pytest.mark.parametrize("state", list(TaskState))
def test_a_task_counts_once_its_report_is_delivered_and_never_before(state):
    task_at(state)

    done = state in (TaskState.DELIVERED, TaskState.REPLIED, TaskState.CLOSED)
    assert value_of("C01").value == int(done)


def test_a_task_counts_in_the_period_of_its_delivery():
    task_at(TaskState.CLOSED, on=date(2022, 6, 30))

    values = [value_of("C01", Period.parse(code)).value for code in ("2022-Q2", "2022-Q3", "2021")]

    assert values == [1, 0, 0]


def test_the_plan_is_the_yearly_list_and_of_a_part_of_a_year_what_is_due_in_it():
    task_at(TaskState.RECEIVED, in_year_list=2022, due_on=date(2022, 5, 1))
    task_at(TaskState.CANCELLED, in_year_list=2022, due_on=date(2022, 11, 1))
    task_at(TaskState.DELIVERED)

    plans = [value_of("C01", Period.parse(code)).plan for code in ("2022", "2022-H1", "2023")]

    assert plans == [2, 1, 0]


def test_tasks_are_told_by_kind_and_by_origin():
    task_at(TaskState.DELIVERED, kind=TaskKind.ADVICE, origin=TaskOrigin.ASSIGNED)
    task_at(TaskState.DELIVERED, kind=TaskKind.ADVICE, origin=TaskOrigin.PROPOSED)
    task_at(TaskState.DELIVERED, kind=TaskKind.APPRAISAL, origin=TaskOrigin.ASSIGNED)

    assert parts_of("C02") == {"advice": 2, "appraisal": 1}
    assert parts_of("C03") == {"assigned": 2, "proposed": 1}


def seat(kind, **facts):
    return CouncilInvitationFactory(
        kind=kind,
        **{
            "delegate": PersonFactory(),
            "role": "reviewer",
            "attended_on": date(2022, 4, 9),
            **facts,
        },
    )


def test_environmental_councils_are_counted_for_themselves_and_tasks_apart_from_both():
    seat("front")
    seat("science")
    seat("eia")
    CouncilInvitationFactory(kind="front")
    task_at(TaskState.DELIVERED)

    assert [value_of(code).value for code in ("C01", "C04", "C06")] == [1, 2, 1]
    assert parts_of("C04") == {"front": 1, "science": 1}


def test_a_draft_counts_when_its_comment_was_sent_and_not_when_it_was_dropped():
    DraftCommentFactory(sent_on=date(2022, 4, 9), kind="law")
    DraftCommentFactory(sent_on=date(2023, 1, 9))
    DraftCommentFactory(dropped_on=date(2022, 4, 9), drop_reason="Ngoài lĩnh vực")
    DraftCommentFactory()

    assert value_of("C05").value == 1
    assert parts_of("C05") == {"law": 1}


def test_an_expert_counts_once_however_many_councils_they_sit_in(officer):
    mai = PersonFactory()
    task_at(TaskState.DELIVERED, mai)
    task_at(TaskState.CLOSED, mai)
    task_at(TaskState.REVIEWED, PersonFactory())

    assert value_of("C07").value == 9


def test_an_expert_who_left_the_council_does_not_count(officer):
    task = task_at(TaskState.COUNCIL)
    actions.release_member(
        member=task.council.last(), on=date(2022, 4, 20), reason="Đi học", by=officer
    )
    actions.hold_session(task=task, on=date(2022, 5, 10), by=officer)
    actions.deliver_report(task=task, on=date(2022, 5, 20), by=officer)

    assert value_of("C07").value == 4


def test_recommendations_are_taken_up_out_of_those_answered(officer):
    task = task_at(TaskState.DELIVERED)
    first, second = task.recommendations.all()
    task_at(TaskState.DELIVERED)
    actions.record_reply(
        task=task,
        on=date(2022, 6, 20),
        answers={first: Reply(Answer.PARTLY), second: Reply(Answer.REFUSED, "Chưa đủ tiền")},
        by=officer,
    )

    value = value_of("C08")

    assert value.value == 1
    assert [(part.key, part.value, part.share) for part in value.parts] == [
        ("whole", 2, None),
        ("part", 1, 50),
    ]
    assert parts_of("C08a") == {"open": 2, "partly": 1, "refused": 1}


def test_a_recommendation_counts_by_the_day_of_the_reply_not_of_the_report(officer):
    task = task_at(TaskState.DELIVERED, on=date(2022, 12, 20))
    row = task.recommendations.first()
    actions.record_reply(
        task=task, on=date(2023, 1, 20), answers={row: Reply(Answer.ACCEPTED)}, by=officer
    )

    assert [value_of("C08", Period.year(year)).value for year in (2022, 2023)] == [0, 1]


def test_money_counts_on_the_day_of_the_payment_and_is_for_the_office(officer):
    task = task_at(TaskState.DELIVERED)
    actions.record_payment(
        task=task,
        on=date(2022, 6, 1),
        amount=45_000_000,
        fund_source=FundSource.CONTRACT,
        by=officer,
    )

    assert value_of("C09").value == 45_000_000
    assert parts_of("C09") == {"contract": 45_000_000}
    assert ANYONE not in figure_named("C09").readers


def science(starts, **facts):
    return ScienceTaskFactory(starts_on=starts, due_on=date(2024, 12, 31), budget=100, **facts)


def test_a_science_task_counts_in_every_period_that_its_working_time_meets():
    science(date(2021, 4, 1), accepted_on=date(2022, 11, 25), grade=Grade.EXCELLENT)

    values = [value_of("D01", Period.year(year)).value for year in range(2020, 2024)]

    assert values == [0, 1, 1, 0]


def test_new_carried_over_and_accepted_tell_the_same_tasks_apart():
    science(date(2021, 4, 1), accepted_on=date(2022, 11, 25), grade=Grade.EXCELLENT)
    science(date(2022, 3, 1))
    science(date(2022, 6, 1), stopped_on=date(2022, 9, 1), stop_reason="Hết kinh phí")
    science(date(2020, 1, 1), accepted_on=date(2021, 12, 31), grade=Grade.FAIL)

    values = [value_of(code).value for code in ("D01", "D01a", "D01b", "D01c", "D02")]

    assert values == [3, 2, 1, 1, 300]
    assert parts_of("D06") == {"excellent": 1}


def test_science_tasks_are_told_by_programme_and_by_level():
    countryside = ProgrammeFactory(name="Nông thôn mới")
    science(date(2022, 3, 1), programme=countryside, level="ministry")
    science(date(2022, 3, 1), programme=countryside)
    science(date(2022, 3, 1))

    named = [(part.label, part.value) for part in value_of("D01").parts]

    assert named == [("Nông thôn mới", 2), ("—", 1)]
    assert parts_of("D01d") == {"ministry": 1, "province": 2}


def test_a_project_counts_while_it_runs_and_ends_on_the_day_it_is_stopped():
    FundedProjectFactory(stopped_on=date(2022, 5, 1), stop_reason="Hết tài trợ")

    values = [value_of("D05", Period.parse(code)).value for code in ("2021", "2022", "2023")]

    assert values == [0, 1, 0]


def test_people_reached_are_added_up_from_the_reports_that_stand():
    project = FundedProjectFactory()
    ProjectReportFactory(project=project, beneficiaries=1340, spent=5)
    ProjectReportFactory(
        project=project,
        since=date(2022, 7, 1),
        until=date(2022, 12, 31),
        reported_on=date(2023, 1, 9),
        beneficiaries=1412,
    )
    ProjectReportFactory(
        project=project,
        since=date(2022, 7, 1),
        until=date(2022, 9, 30),
        voided_on=date(2023, 1, 9),
        void_reason="Trùng",
        beneficiaries=99,
    )

    assert [value_of(code).value for code in ("D05a", "D05b")] == [2752, 5]
