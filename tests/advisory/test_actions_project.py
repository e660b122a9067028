"""Funded projects and their reports, which hold counts and nothing else."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.advisory import actions
from lienhiep.advisory.actions import Partner
from lienhiep.advisory.choices import PartnerRole, ProjectState
from lienhiep.advisory.models import FundedProject, ProjectReport
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.advisory import FundedProjectFactory
from tests.factories.directory import OrganisationFactory

pytestmark = pytest.mark.django_db

HALF = {"since": date(2022, 1, 1), "until": date(2022, 6, 30), "on": date(2022, 7, 10)}


def report(project, by, **facts):
    return actions.report_project(
        project=project, **{**HALF, "beneficiaries": 1340, **facts}, by=by
    )


def test_open_project_asks_for_a_donor(officer):
    with pytest.raises(ValidationError) as refused:
        actions.open_project(
            title="Dự án",
            starts_on=date(2022, 1, 1),
            ends_on=date(2022, 12, 31),
            partners=[Partner(OrganisationFactory(), PartnerRole.PARTNER)],
            by=officer,
        )

    assert list(refused.value.message_dict) == ["partners"]


def test_open_project_keeps_its_partners(officer):
    project = actions.open_project(
        title="Dự án",
        starts_on=date(2022, 1, 1),
        ends_on=date(2022, 12, 31),
        partners=[Partner(OrganisationFactory(name="Quỹ Toàn cầu"))],
        by=officer,
    )

    assert FundedProject.objects.get().partners_label == "Quỹ Toàn cầu"
    assert entries_of(project)[0].log.action == "advisory.open_project"


def test_report_project_keeps_how_many_and_tells_the_project(officer):
    project = FundedProjectFactory()

    row = report(project, officer, activities=30, spent=480_000_000)

    assert (row.beneficiaries, row.activities, row.spent) == (1340, 30, 480_000_000)
    assert entries_of(project)[0].log.action == "advisory.report_project"


def test_report_project_refuses_days_that_are_reported_on_already(officer):
    project = FundedProjectFactory()
    report(project, officer)

    with pytest.raises(ValidationError) as refused:
        report(
            project,
            officer,
            since=date(2022, 6, 30),
            until=date(2022, 9, 30),
            on=date(2022, 10, 1),
        )

    assert list(refused.value.message_dict) == ["since"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"since": date(2021, 12, 31)}, "since"),
        ({"until": date(2021, 12, 31)}, "until"),
        ({"on": date(2022, 6, 1)}, "on"),
        ({"on": today() + timedelta(days=1)}, "on"),
    ],
)
def test_report_project_refuses_impossible_days(officer, wrong, field):
    with pytest.raises(ValidationError) as refused:
        report(FundedProjectFactory(), officer, **wrong)

    assert list(refused.value.message_dict) == [field]
    assert ProjectReport.objects.count() == 0


def test_a_voided_report_gives_way_to_another_and_is_not_restored_beside_it(officer):
    project = FundedProjectFactory()
    wrong = report(project, officer)
    actions.void_project_report(report=wrong, on=today(), reason="Nhầm kỳ", by=officer)
    report(project, officer, beneficiaries=1400)

    with pytest.raises(ValidationError):
        actions.restore_project_report(report=wrong, reason="Đúng", by=officer)

    assert ProjectReport.objects.standing().get().beneficiaries == 1400


def test_restore_project_report_lets_it_count_again(officer):
    row = report(FundedProjectFactory(), officer)
    actions.void_project_report(report=row, on=today(), reason="Nhầm", by=officer)

    actions.restore_project_report(report=row, reason="Đúng", by=officer)

    assert ProjectReport.objects.standing().get() == row


def test_voiding_twice_and_restoring_what_stands_are_refused(officer):
    row = report(FundedProjectFactory(), officer)
    with pytest.raises(ValidationError):
        actions.restore_project_report(report=row, reason="Đúng", by=officer)
    actions.void_project_report(report=row, on=today(), reason="Nhầm", by=officer)

    with pytest.raises(ValidationError):
        actions.void_project_report(report=row, on=today(), reason="Nhầm", by=officer)


def test_a_project_is_stopped_with_a_reason_and_goes_on_again(officer):
    project = FundedProjectFactory(ends_on=today() + timedelta(days=30))
    actions.stop_project(project=project, on=today(), reason="Hết tài trợ", by=officer)
    assert FundedProject.objects.get().state == ProjectState.STOPPED

    actions.resume_project(project=project, reason="Được gia hạn", by=officer)

    assert FundedProject.objects.get().state == ProjectState.RUNNING
