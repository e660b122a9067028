"""The records of this room: what is derived agrees with what the database says."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.advisory.choices import (
    DraftState,
    Grade,
    InvitationState,
    ProjectState,
    ScienceState,
    TaskState,
)
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    DraftComment,
    FundedProject,
    ProjectReport,
    ScienceTask,
)
from lienhiep.advisory.trails import steps_of_science_task, steps_of_task
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.advisory import (
    AdvisoryTaskFactory,
    CouncilInvitationFactory,
    CouncilMemberFactory,
    DraftCommentFactory,
    FundedProjectFactory,
    OpinionFactory,
    ProjectReportFactory,
    ScienceTaskFactory,
    TaskPerformerFactory,
    performed_task,
    task_at,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

MARCH, APRIL, MAY = date(2022, 3, 1), date(2022, 4, 1), date(2022, 5, 1)


@pytest.mark.parametrize("state", list(TaskState))
def test_the_state_of_a_task_is_the_same_in_python_and_in_the_database(state):
    task = task_at(state)

    assert AdvisoryTask.objects.get(pk=task.pk).state == state
    assert AdvisoryTask.objects.with_state().get(pk=task.pk).state_code == state


@pytest.mark.parametrize(
    ("state", "facts"),
    [
        (InvitationState.INVITED, {}),
        (InvitationState.NAMED, {"role": "reviewer"}),
        (InvitationState.ATTENDED, {"role": "reviewer", "attended_on": APRIL}),
        (InvitationState.DECLINED, {"declined_on": APRIL, "decline_reason": "Bận"}),
    ],
)
def test_the_state_of_an_invitation_is_the_same_in_python_and_in_the_database(state, facts):
    if "role" in facts:
        facts = {**facts, "delegate": PersonFactory()}
    CouncilInvitationFactory(**facts)

    assert CouncilInvitation.objects.get().state == state
    assert CouncilInvitation.objects.with_state().get().state_code == state


@pytest.mark.parametrize(
    ("state", "facts"),
    [
        (DraftState.WAITING, {}),
        (DraftState.SENT, {"sent_on": APRIL}),
        (DraftState.DROPPED, {"dropped_on": APRIL, "drop_reason": "Ngoài lĩnh vực"}),
    ],
)
def test_the_state_of_a_draft_is_the_same_in_python_and_in_the_database(state, facts):
    DraftCommentFactory(**facts)

    assert DraftComment.objects.get().state == state
    assert DraftComment.objects.with_state().get().state_code == state


@pytest.mark.parametrize(
    ("state", "facts"),
    [
        (ScienceState.RUNNING, {}),
        (ScienceState.ACCEPTED, {"accepted_on": MAY, "grade": Grade.GOOD}),
        (ScienceState.STOPPED, {"stopped_on": MAY, "stop_reason": "Hết kinh phí"}),
    ],
)
def test_the_state_of_a_science_task_is_the_same_in_python_and_in_the_database(state, facts):
    ScienceTaskFactory(**facts)

    assert ScienceTask.objects.get().state == state
    assert ScienceTask.objects.with_state().get().state_code == state


@pytest.mark.parametrize(
    ("state", "first", "last", "facts"),
    [
        (ProjectState.COMING, 5, 50, {}),
        (ProjectState.RUNNING, -5, 50, {}),
        (ProjectState.RUNNING, -5, 0, {}),
        (ProjectState.ENDED, -50, -1, {}),
        (ProjectState.STOPPED, -50, 50, {"stop_reason": "Hết tài trợ"}),
    ],
)
def test_the_state_of_a_project_is_the_same_in_python_and_in_the_database(
    state, first, last, facts
):
    if facts:
        facts = {**facts, "stopped_on": today()}
    FundedProjectFactory(
        starts_on=today() + timedelta(days=first),
        ends_on=today() + timedelta(days=last),
        **facts,
    )

    assert FundedProject.objects.get().state == state
    assert FundedProject.objects.with_state().get().state_code == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"accepted_on": MARCH - timedelta(days=1)},
        {"due_on": MARCH - timedelta(days=1)},
        {"declined_on": APRIL},
        {"declined_on": APRIL, "decline_reason": "Bận", "accepted_on": APRIL},
        {"council_on": APRIL},
        {"accepted_on": APRIL, "session_on": APRIL},
        {"delivered_on": APRIL},
        {"accepted_on": MARCH, "council_on": MARCH, "delivered_on": APRIL},
        {"accepted_on": MARCH, "replied_on": APRIL},
        {"accepted_on": MARCH, "closed_on": APRIL},
        {"cancelled_on": APRIL},
        {"cancel_reason": "Không có ngày"},
        {"decline_reason": "Không có ngày"},
        {"paid_on": APRIL},
        {"paid_amount": 5},
        {"agreed": 3},
        {"present": 3, "agreed": 4},
    ],
)
def test_the_database_refuses_a_task_whose_facts_contradict_each_other(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        AdvisoryTaskFactory(received_on=MARCH, **wrong)


def test_two_bodies_cannot_lead_one_task():
    task = TaskPerformerFactory().task

    with pytest.raises(IntegrityError), transaction.atomic():
        TaskPerformerFactory(task=task)


@pytest.mark.parametrize(
    "wrong",
    [
        {"interest": "none"},
        {"interest": "conflict", "interest_on": APRIL},
        {"left_on": APRIL},
    ],
)
def test_the_database_refuses_a_member_whose_facts_contradict_each_other(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        CouncilMemberFactory(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_on": MARCH - timedelta(days=1)},
        {"accepted_on": MAY},
        {"grade": Grade.GOOD},
        {"stopped_on": MAY},
        {"stop_reason": "Không có ngày"},
        {"accepted_on": MAY, "grade": "good", "stopped_on": MAY, "stop_reason": "Cả hai"},
    ],
)
def test_the_database_refuses_a_science_task_whose_facts_contradict_each_other(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ScienceTaskFactory(starts_on=MARCH, **wrong)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (CouncilInvitationFactory, "decline_reason"),
        (DraftCommentFactory, "drop_reason"),
        (FundedProjectFactory, "stop_reason"),
        (ProjectReportFactory, "void_reason"),
        (OpinionFactory, "return_reason"),
        (CouncilMemberFactory, "left_reason"),
    ],
)
def test_the_database_refuses_a_reason_without_its_day(make, reason):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**{reason: "Không có ngày"})


def test_a_report_of_a_project_has_no_field_in_which_somebody_could_be_named():
    fields = {
        field.name: type(field).__name__
        for field in ProjectReport._meta.concrete_fields
        if type(field).__name__ in ("CharField", "TextField", "JSONField", "RecordFileField")
    }

    assert fields == {"void_reason": "TextField"}


def test_the_database_counts_one_stretch_of_a_project_once():
    report = ProjectReportFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ProjectReportFactory(project=report.project)


def test_texts_are_kept_in_composed_letters():
    task = AdvisoryTaskFactory.build(
        title="Pha\u0309n bie\u0323\u0302n  đề án", asker=AdvisoryTaskFactory().asker
    )

    task.full_clean()

    assert task.title == "Phản biện đề án"


def test_a_task_from_the_future_is_refused_at_its_field():
    task = AdvisoryTaskFactory()
    task.received_on = today() + timedelta(days=1)

    with pytest.raises(ValidationError) as refused:
        task.full_clean()

    assert "received_on" in refused.value.message_dict


def test_a_performer_stands_in_the_history_of_its_task():
    task = performed_task()

    children = [len(entry.children) for entry in entries_of(task)]
    assert sum(children) == 1


def test_the_trail_of_a_task_with_a_council_has_seven_steps():
    task = task_at(TaskState.DELIVERED)

    steps = steps_of_task(task)

    assert [step["state"] for step in steps] == [
        "done",
        "done",
        "done",
        "done",
        "here",
        "ahead",
        "ahead",
    ]


def test_the_trail_of_a_task_done_without_a_council_expects_none():
    task = AdvisoryTaskFactory(accepted_on=APRIL, delivered_on=MAY)

    assert len(steps_of_task(task)) == 5


def test_the_trail_turns_red_when_the_report_is_late():
    task = AdvisoryTaskFactory(accepted_on=APRIL, due_on=MAY)

    late = [step for step in steps_of_task(task) if step["state"] == "late"]

    assert [step["until"] for step in late] == [MAY]


@pytest.mark.parametrize("state", [TaskState.DECLINED, TaskState.CANCELLED])
def test_the_trail_of_a_task_that_ended_early_says_why(state):
    task = task_at(state)

    assert steps_of_task(task)[-1]["note"] in ("Ngoài chuyên môn", "Đề án không làm nữa")


def test_the_trail_of_a_science_task_says_how_it_ended():
    running = ScienceTaskFactory(due_on=today() + timedelta(days=9))
    ended = ScienceTaskFactory(accepted_on=MAY, grade=Grade.EXCELLENT)

    assert [step["state"] for step in steps_of_science_task(running)] == ["done", "here", "ahead"]
    assert steps_of_science_task(ended)[-1]["note"] == "Xuất sắc"
