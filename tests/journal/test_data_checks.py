"""What the check of stored data finds at the journal."""

import pytest

from lienhiep.journal.data_checks import numbers_held, shares_add_up
from lienhiep.journal.models import IssueNumber
from tests.factories.journal import IssueFactory, SubjectTargetFactory, YearPlanFactory

pytestmark = pytest.mark.django_db


def test_a_plan_whose_shares_miss_100_is_found():
    right = SubjectTargetFactory(plan=YearPlanFactory(year=2021), share=100).plan
    wrong = SubjectTargetFactory(plan=YearPlanFactory(year=2022), share=95).plan
    YearPlanFactory(year=2023)

    assert [finding.record for finding in shares_add_up()] == [wrong]
    assert right != wrong


def test_an_issue_that_lost_a_number_is_found():
    IssueFactory(number=3)
    wrong = IssueFactory(number=5, number_count=2)
    IssueNumber.objects.get(number=6).delete()

    assert [finding.record for finding in numbers_held()] == [wrong]
