"""Two reports of the demonstration: one signed, one still being written."""

from datetime import date

from lienhiep.reports.actions import freeze_report
from lienhiep.reports.models import Report, Section

JOURNAL_2022 = """
<p>Trong năm 2022 đã xuất bản [[E01]]/[[E01|plan]] số tập san với [[E04a]] bài của [[E04b]]
cộng tác viên, tổng số [[E02]] bản, gửi tới [[E05]] địa chỉ.</p>
<p>Tỷ lệ bài theo chuyên đề: nông - lâm - ngư nghiệp [[E03|Nông]], y tế và sức khỏe [[E03|Y tế]],
khoa học công nghệ và môi trường [[E03|Khoa học công nghệ|about 5]],
khoa học xã hội và nhân văn [[E03|Khoa học xã hội]], tin tức hoạt động [[E03|Tin tức]].</p>
"""
JOURNAL_2021 = """
<p>Năm 2021 đã xuất bản [[E01]]/[[E01|plan]] số tập san với [[E04a]] bài.</p>
"""
THIS_YEAR = """
<p>Tính đến ngày lấy số liệu, tập san đã ra [[E01]]/[[E01|plan]] số; đã nhận [[E04]] bài.</p>
"""


def load(leader) -> None:
    """Write the reports; sign those of the years that are over."""
    for year, text in ((2021, JOURNAL_2021), (2022, JOURNAL_2022)):
        if Report.objects.filter(period_code=str(year)).exists():
            continue
        report = _write(
            f"Báo cáo công tác thông tin, phổ biến kiến thức năm {year}",
            str(year),
            date(year + 1, 1, 10),
            text,
        )
        report.is_public = True
        report.number = "05/BC-LHH"
        report.save()
        freeze_report(
            report=report,
            by=leader,
            signer=leader.full_name,
            signer_position="TM. Ban Thường vụ - Chủ tịch",
        )
    if not Report.objects.filter(period_code="2026-9M").exists():
        _write(
            "Báo cáo công tác tập san 9 tháng đầu năm 2026",
            "2026-9M",
            date(2026, 9, 30),
            THIS_YEAR,
        )


def _write(title: str, period: str, day: date, text: str) -> Report:
    report = Report(title=title, period_code=period, data_date=day)
    report.save()
    Section(
        report=report, order=1, heading="Tập san Khoa học và Ứng dụng", text=text.strip()
    ).save()
    return report
