"""The reports of the demonstration: two signed, one still being written."""

from __future__ import annotations

from datetime import date

from lienhiep.accounts.models import User
from lienhiep.core.period import today
from lienhiep.demo.reports.texts import YEAR_2021, YEAR_2022, Chapters, this_year
from lienhiep.reports.actions import freeze_report
from lienhiep.reports.models import Report, Section


def load(leader: User) -> None:
    """Write the reports; sign those of the years that are over."""
    _signed("Báo cáo tổng kết hoạt động năm 2021", 2021, "03/BC-LHH", YEAR_2021, leader)
    _signed(
        "Báo cáo tổng kết hoạt động năm 2022, phương hướng nhiệm vụ năm 2023",
        2022,
        "05/BC-LHH",
        YEAR_2022,
        leader,
    )
    year = today().year
    if not Report.objects.filter(period_code=f"{year}-9M").exists():
        _write(
            f"Báo cáo công tác 9 tháng đầu năm {year}",
            f"{year}-9M",
            date(year, 9, 30),
            this_year(year),
        )


def _signed(title: str, year: int, number: str, chapters: Chapters, leader: User) -> None:
    """Write and sign the report on a year that is over, as of the tenth of January after it."""
    if Report.objects.filter(period_code=str(year)).exists():
        return
    report = _write(title, str(year), date(year + 1, 1, 10), chapters)
    report.is_public = True
    report.number = number
    report.save()
    freeze_report(
        report=report,
        by=leader,
        signer=leader.full_name,
        signer_position="TM. Ban Thường vụ - Chủ tịch",
    )


def _write(title: str, period: str, day: date, chapters: Chapters) -> Report:
    report = Report(title=title, period_code=period, data_date=day)
    report.full_clean()
    report.save()
    for order, (heading, text) in enumerate(chapters, start=1):
        section = Section(report=report, order=order, heading=heading, text=text.strip())
        section.full_clean()
        section.save()
    return report
