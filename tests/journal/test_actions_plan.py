"""Planning a year of the journal."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.history import entries_of
from lienhiep.journal import actions
from lienhiep.journal.models import PlannedIssue, YearPlan
from tests.factories.journal import (
    PlannedIssueFactory,
    SubjectFactory,
    SubjectTargetFactory,
    YearPlanFactory,
)

pytestmark = pytest.mark.django_db


def plan(by, **facts):
    return actions.plan_year(**{"year": 2022, "issues": 12, **facts}, by=by)


@pytest.mark.parametrize(
    ("issues", "months"),
    [
        (12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        (4, [3, 6, 9, 12]),
        (6, [2, 4, 6, 8, 10, 12]),
        (1, [12]),
    ],
)
def test_plan_year_spreads_the_numbers_over_the_months(secretary, issues, months):
    made = plan(secretary, issues=issues)

    assert [planned.month for planned in made.planned_issues.all()] == months
    assert made.issue_count == issues


def test_a_planned_number_is_due_on_the_last_day_of_its_month(secretary):
    plan(secretary, year=2024)

    assert PlannedIssue.objects.get(number=2).due_on == date(2024, 2, 29)


def test_plan_year_is_one_entry_in_the_history(secretary):
    made = plan(secretary, shares={SubjectFactory(): 100})

    (entry,) = entries_of(made)
    assert entry.log.action == "journal.plan_year"
    assert len(entry.children) == 13


def test_plan_year_refuses_a_second_plan_of_a_year(secretary):
    plan(secretary)

    with pytest.raises(ValidationError) as refused:
        plan(secretary)

    assert list(refused.value.message_dict) == ["year"]
    assert YearPlan.objects.count() == 1


@pytest.mark.parametrize("issues", [0, 53])
def test_plan_year_refuses_a_number_of_issues_that_cannot_be(secretary, issues):
    with pytest.raises(ValidationError) as refused:
        plan(secretary, issues=issues)

    assert list(refused.value.message_dict) == ["issues"]


@pytest.mark.parametrize("shares", [(30, 69), (30, 71), (0,)])
def test_plan_year_refuses_shares_that_do_not_add_up_to_100_and_keeps_no_plan(secretary, shares):
    with pytest.raises(ValidationError) as refused:
        plan(secretary, shares={SubjectFactory(): share for share in shares})

    assert list(refused.value.message_dict) == ["shares"]
    assert YearPlan.objects.count() == 0


def test_set_subject_targets_takes_the_place_of_what_stood_there(secretary):
    made = YearPlanFactory()
    old, kept, new = SubjectFactory(), SubjectFactory(), SubjectFactory()
    SubjectTargetFactory(plan=made, subject=old, share=60)
    SubjectTargetFactory(plan=made, subject=kept, share=40)

    actions.set_subject_targets(plan=made, shares={kept: 70, new: 30}, by=secretary)

    assert dict(made.targets.values_list("subject", "share")) == {kept.pk: 70, new.pk: 30}


def test_approve_plan_keeps_the_day(leader):
    made = YearPlanFactory()
    PlannedIssueFactory(plan=made)
    SubjectTargetFactory(plan=made, share=100)

    actions.approve_plan(plan=made, on=date(2021, 12, 20), by=leader)

    assert YearPlan.objects.get().approved_on == date(2021, 12, 20)


def test_approve_plan_refuses_a_plan_without_numbers(leader):
    made = YearPlanFactory()
    SubjectTargetFactory(plan=made, share=100)

    with pytest.raises(ValidationError):
        actions.approve_plan(plan=made, on=date(2021, 12, 20), by=leader)


def test_approve_plan_refuses_shares_that_do_not_add_up(leader):
    made = YearPlanFactory()
    PlannedIssueFactory(plan=made)
    SubjectTargetFactory(plan=made, share=99)

    with pytest.raises(ValidationError):
        actions.approve_plan(plan=made, on=date(2021, 12, 20), by=leader)

    assert YearPlan.objects.get().approved_on is None


def test_the_database_refuses_a_number_planned_twice():
    first = PlannedIssueFactory(number=5)

    with pytest.raises(IntegrityError), transaction.atomic():
        PlannedIssueFactory(plan=first.plan, number=5)


def test_the_database_refuses_a_share_over_100():
    with pytest.raises(IntegrityError), transaction.atomic():
        SubjectTargetFactory(share=101)
