"""What cannot be right in plans of work."""

from datetime import date

import pytest

from lienhiep.core.figures import registry
from lienhiep.core.period import today
from lienhiep.reports import data_checks
from tests.factories.reports import (
    KeyTaskFactory,
    TargetFactory,
    WorkPlanFactory,
    approved,
)

pytestmark = pytest.mark.django_db


def found(check):
    return [finding.record for finding in check()]


def test_a_target_whose_figure_has_gone_is_found(monkeypatch):
    target = TargetFactory(code="E01")
    assert found(data_checks.targets_name_figures) == []

    monkeypatch.delitem(registry._by_code, "E01")

    assert found(data_checks.targets_name_figures) == [target.plan]


def test_a_task_completed_with_nothing_to_show_is_found():
    bare = KeyTaskFactory(done_on=date(2022, 5, 1))
    KeyTaskFactory(plan=bare.plan, done_on=date(2022, 5, 1), result="Xong")
    KeyTaskFactory(plan=bare.plan, done_on=date(2022, 5, 1), evidence="/so-lieu/E01/")
    KeyTaskFactory(plan=bare.plan)

    assert found(data_checks.tasks_with_evidence) == [bare]


def test_an_open_task_of_a_year_that_is_over_is_found():
    left = KeyTaskFactory()
    KeyTaskFactory(plan=left.plan, done_on=date(2022, 5, 1))
    approved(left.plan)
    ahead = KeyTaskFactory(plan=WorkPlanFactory(year=today().year), due_on=today())
    approved(ahead.plan)

    assert found(data_checks.tasks_of_years_over) == [left]


def test_a_plan_of_a_year_that_has_begun_without_approval_is_found():
    late = WorkPlanFactory(year=today().year)
    WorkPlanFactory(year=today().year + 1)
    approved(WorkPlanFactory(year=2021))

    assert found(data_checks.plans_approved) == [late]
