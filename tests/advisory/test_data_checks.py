"""What a report would stumble over is found, with the record in which it stands."""

from datetime import date

import pytest

from lienhiep.advisory import actions
from lienhiep.advisory import data_checks as checks
from lienhiep.advisory.choices import TaskState
from lienhiep.core.period import today
from tests.factories.advisory import (
    AdvisoryTaskFactory,
    CouncilMemberFactory,
    FundedProjectFactory,
    ProjectPartnerFactory,
    ScienceTaskFactory,
    ScienceTaskPerformerFactory,
    task_at,
)

pytestmark = pytest.mark.django_db


def records(check):
    return [finding.record for finding in check()]


def test_a_delivered_task_without_its_report_is_found():
    task = task_at(TaskState.DELIVERED)

    assert records(checks.reports_filed) == [task]


def test_a_task_past_its_due_day_is_found_until_it_is_delivered():
    late = task_at(TaskState.ACCEPTED, due_on=date(2022, 5, 1))
    task_at(TaskState.DELIVERED, due_on=date(2022, 5, 1))

    assert records(checks.delivered_in_time) == [late]


def test_a_file_closed_without_a_reply_is_found(officer):
    task = task_at(TaskState.DELIVERED)
    actions.close_task(task=task, on=today(), note="Không chờ", by=officer)
    task_at(TaskState.CLOSED)

    assert records(checks.closed_with_reply) == [task]


def test_tasks_that_nobody_performs_are_found():
    task, science = AdvisoryTaskFactory(), ScienceTaskFactory()
    task_at(TaskState.RECEIVED)
    ScienceTaskPerformerFactory()

    assert records(checks.tasks_performed) == [task, science]


def test_recommendations_that_a_reply_passes_over_are_found():
    task = task_at(TaskState.REPLIED)

    assert records(checks.replies_answer) == list(task.recommendations.all())


def test_a_member_who_said_nothing_of_their_interest_is_found_once_the_council_sits():
    CouncilMemberFactory()
    task = task_at(TaskState.COUNCIL)
    late = CouncilMemberFactory(task=task)

    assert records(checks.interests_stated) == [late]


def test_a_science_task_past_its_end_is_found():
    task = ScienceTaskFactory()
    ScienceTaskFactory(accepted_on=date(2023, 3, 1), grade="good")

    assert records(checks.science_ended) == [task]


def test_a_project_without_a_donor_is_found():
    project = FundedProjectFactory()
    ProjectPartnerFactory()

    assert records(checks.projects_funded) == [project]
