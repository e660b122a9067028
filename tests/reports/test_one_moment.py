"""Signing counts every figure on one state of the records, outside a test's own transaction."""

import pytest

from lienhiep.reports.actions import freeze_report
from lienhiep.reports.choices import ReportState

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_report_is_signed_in_a_transaction_of_its_own(report, issues, leader):
    freeze_report(report=report, by=leader)

    assert report.state == ReportState.FROZEN
    assert report.frozen_figures.get(code="E01").value == 3
