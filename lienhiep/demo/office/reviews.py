"""The two resolutions that the Union reviewed in 2022 together with others."""

from __future__ import annotations

from datetime import date, timedelta

from lienhiep.accounts.models import User
from lienhiep.demo.organisations import PROPAGANDA, SCIENCE, organisation
from lienhiep.office import actions
from lienhiep.office.choices import ReviewKind
from lienhiep.office.models import OfficialDocument

ASKED = 9
"""How many associations are asked to report for each."""

OUTLINE = (
    "1. Việc quán triệt và triển khai ở hội.\n"
    "2. Kết quả chính, có số liệu.\n"
    "3. Khó khăn, nguyên nhân.\n"
    "4. Kiến nghị."
)
REPORT = (
    "Hội đã phổ biến nghị quyết tới hội viên, lồng ghép vào kế hoạch hằng năm và có một số kết "
    "quả ứng dụng kỹ thuật vào sản xuất. Khó khăn chủ yếu là kinh phí."
)


def load(twenty: OfficialDocument, six: OfficialDocument, clerk: User) -> None:
    """Review both: one without a late report, for a stated reason; one with all of them."""
    _review(
        twenty,
        "10 năm, 2012 - 2022",
        opened=date(2022, 2, 21),
        concluded=date(2022, 6, 24),
        missing=1,
        clerk=clerk,
    )
    _review(
        six,
        "5 năm, giai đoạn 2016 - 2020",
        opened=date(2022, 8, 15),
        concluded=date(2022, 10, 28),
        missing=0,
        clerk=clerk,
    )


def _review(
    document: OfficialDocument,
    period: str,
    *,
    opened: date,
    concluded: date,
    missing: int,
    clerk: User,
) -> None:
    review = actions.open_review(
        document=document,
        kind=ReviewKind.FINAL,
        period_label=period,
        on=opened,
        co_chairs=[organisation(PROPAGANDA), organisation(SCIENCE)],
        outline=OUTLINE,
        by=clerk,
    )
    members = actions.member_associations(opened)[:ASKED]
    if members:
        due = opened + timedelta(days=45)
        asked = actions.ask_for_reports(
            review=review, on=opened, due_on=due, organisations=members, by=clerk
        )
        for nth, request in enumerate(asked[: len(asked) - missing]):
            on = opened + timedelta(days=20 + nth * 2)
            actions.record_report(request=request, on=on, text=REPORT, by=clerk)
    actions.conclude_review(
        review=review,
        on=concluded,
        conclusion=(
            "Nghị quyết được quán triệt rộng rãi, nhiều kết quả được ứng dụng; đề nghị tăng đầu "
            "tư và có cơ chế riêng cho các hội."
        ),
        missing_reason="Hội đang kiện toàn Ban Chấp hành nên gửi báo cáo sau." if missing else "",
        by=clerk,
    )
