"""Science tasks opened, prolonged, accepted, stopped, and taken back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.advisory import actions
from lienhiep.advisory.actions import Part
from lienhiep.advisory.choices import Grade, ScienceState
from lienhiep.advisory.models import ScienceTask
from lienhiep.core.history import entries_of
from tests.factories.advisory import ScienceTaskFactory
from tests.factories.directory import OrganisationFactory

pytestmark = pytest.mark.django_db

MARCH, MAY = date(2022, 3, 1), date(2022, 5, 1)


def test_open_science_task_keeps_who_performs_it(officer):
    task = actions.open_science_task(
        title="Chè hữu cơ",
        level="province",
        starts_on=MARCH,
        due_on=MAY,
        performers=[Part(OrganisationFactory(name="Hội Làm vườn"))],
        by=officer,
    )

    assert (task.state, task.performers_label) == (ScienceState.RUNNING, "Hội Làm vườn")
    assert entries_of(task)[0].log.action == "advisory.open_science_task"


def test_open_science_task_refuses_an_end_before_the_beginning(officer):
    with pytest.raises(ValidationError) as refused:
        actions.open_science_task(
            title="Chè hữu cơ",
            level="province",
            starts_on=MAY,
            due_on=MARCH,
            performers=[Part(OrganisationFactory())],
            by=officer,
        )

    assert "due_on" in refused.value.message_dict
    assert ScienceTask.objects.count() == 0


def test_accept_result_keeps_the_grade(officer):
    task = ScienceTaskFactory()

    actions.accept_result(task=task, on=MAY, grade=Grade.EXCELLENT, by=officer)

    assert ScienceTask.objects.values_list("accepted_on", "grade").get() == (MAY, "excellent")


def test_accept_result_refuses_a_grade_that_does_not_exist(officer):
    with pytest.raises(ValidationError):
        actions.accept_result(task=ScienceTaskFactory(), on=MAY, grade="superb", by=officer)


def test_extend_science_task_moves_the_end_forward_only(officer):
    task = ScienceTaskFactory()
    later = task.due_on + timedelta(days=90)
    with pytest.raises(ValidationError) as refused:
        actions.extend_science_task(task=task, due_on=task.due_on, reason="Dịch", by=officer)

    actions.extend_science_task(task=task, due_on=later, reason="Dịch bệnh", by=officer)

    assert list(refused.value.message_dict) == ["due_on"]
    assert ScienceTask.objects.get().due_on == later


def test_a_stopped_task_is_not_accepted(officer):
    task = ScienceTaskFactory()
    actions.stop_science_task(task=task, on=MAY, reason="Hết kinh phí", by=officer)

    with pytest.raises(ValidationError):
        actions.accept_result(task=task, on=MAY, grade=Grade.PASS, by=officer)


@pytest.mark.parametrize("end", ["accepted", "stopped"])
def test_the_end_of_a_science_task_is_taken_back(officer, end):
    task = ScienceTaskFactory()
    if end == "accepted":
        actions.accept_result(task=task, on=MAY, grade=Grade.PASS, by=officer)
    else:
        actions.stop_science_task(task=task, on=MAY, reason="Nhầm", by=officer)

    actions.take_back_science_step(task=task, reason="Nhầm đề tài", by=officer)

    assert ScienceTask.objects.get().state == ScienceState.RUNNING
