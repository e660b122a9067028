"""Councils of other bodies, and drafts on which the Union commented."""

from __future__ import annotations

from datetime import date, timedelta

from lienhiep.advisory import actions
from lienhiep.advisory.choices import CouncilRole, DraftKind, OtherCouncilKind
from lienhiep.advisory.models import CouncilInvitation, DraftComment
from lienhiep.core.period import today
from lienhiep.demo.advisory.cases import Office
from lienhiep.demo.organisations import (
    AGRICULTURE,
    EDUCATION,
    HEALTH,
    PEOPLES_COMMITTEE,
    SCIENCE,
    organisation,
)

FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nghệ An"
PEOPLES_COUNCIL = "Thường trực Hội đồng nhân dân tỉnh Nghệ An"
ENVIRONMENT = "Sở Tài nguyên và Môi trường"
LAW, NQ, QD, KH = DraftKind.LAW, DraftKind.RESOLUTION, DraftKind.DECISION, DraftKind.PLAN

COUNCILS = (
    (OtherCouncilKind.FRONT, FRONT, "Phản biện quy định hỗ trợ hộ nghèo làm nhà", 2021, 9, 6),
    (OtherCouncilKind.FRONT, FRONT, "Phản biện dự thảo chính sách dân số", 2022, 3, 1),
    (OtherCouncilKind.FRONT, FRONT, "Phản biện kế hoạch sắp xếp trường học", 2022, 9, 4),
    (
        OtherCouncilKind.PEOPLES_COUNCIL,
        PEOPLES_COUNCIL,
        "Thẩm tra nghị quyết về hỗ trợ giống cây trồng",
        2022,
        6,
        0,
    ),
    (OtherCouncilKind.SCIENCE, SCIENCE, "Tuyển chọn đề tài cấp tỉnh về dược liệu", 2022, 5, 8),
    (OtherCouncilKind.EIA, ENVIRONMENT, "ĐTM nhà máy chế biến gỗ", 2022, 4, 3),
    (OtherCouncilKind.EIA, ENVIRONMENT, "ĐTM trang trại chăn nuôi tập trung", 2022, 7, 3),
    (OtherCouncilKind.EIA, ENVIRONMENT, "ĐTM mỏ đá xây dựng", 2022, 11, 5),
    (OtherCouncilKind.EIA, ENVIRONMENT, "ĐTM cụm công nghiệp ven đường ven biển", 2023, 5, 3),
)
"""Kind, inviting body, what is judged, year and month, and which expert was sent."""

DRAFTS = (
    (NQ, PEOPLES_COUNCIL, "Nghị quyết về chính sách thu hút nhân lực trình độ cao", 2021, 4, 6),
    (QD, SCIENCE, "Quy định quản lý nhiệm vụ khoa học và công nghệ cấp tỉnh", 2021, 9, 11),
    (KH, AGRICULTURE, "Kế hoạch phát triển chăn nuôi an toàn dịch bệnh", 2022, 2, 5),
    (QD, SCIENCE, "Quy chế xét tặng giải thưởng sáng tạo", 2022, 3, 9),
    (NQ, PEOPLES_COUNCIL, "Nghị quyết hỗ trợ chuyển đổi số hợp tác xã", 2022, 5, 7),
    (LAW, SCIENCE, "Dự thảo nghị định về hoạt động tư vấn, phản biện", 2022, 7, 14),
    (KH, HEALTH, "Kế hoạch phòng bệnh mùa lũ", 2022, 8, 4),
    (QD, PEOPLES_COMMITTEE, "Quy định về phối hợp ứng phó sự cố hóa chất", 2022, 10, 8),
    (KH, EDUCATION, "Đề án trường học hạnh phúc", 2023, 3, 6),
)
"""Kind, asking body, title, year and month sent, and on how many points."""


def load(office: Office) -> None:
    """Load the councils and the drafts, and leave one of each to be answered now."""
    known = set(CouncilInvitation.objects.values_list("title", flat=True))
    for kind, inviter, title, year, month, expert in COUNCILS:
        if title in known:
            continue
        invited = date(year, month, 4)
        row = actions.receive_invitation(
            title=title,
            kind=kind,
            inviter=organisation(inviter),
            on=invited,
            meets_on=invited + timedelta(days=14),
            by=office.officer,
        )
        actions.name_delegate(
            invitation=row,
            delegate=office.pool[expert],
            role=CouncilRole.REVIEWER,
            by=office.officer,
        )
        actions.record_attendance(
            invitation=row, on=invited + timedelta(days=14), by=office.officer
        )
    _declined(office, known)
    known = set(DraftComment.objects.values_list("title", flat=True))
    for kind, asker, title, year, month, points in DRAFTS:
        if title not in known:
            draft = _draft(office, kind, asker, title, date(year, month, 3))
            actions.send_comment(
                draft=draft, on=date(year, month, 17), points=points, by=office.officer
            )
    _dropped(office, known)


def _declined(office: Office, known: set[str]) -> None:
    title = "Nghiệm thu đề tài về thiết bị dạy học"
    if title not in known:
        row = actions.receive_invitation(
            title=title,
            kind=OtherCouncilKind.SCIENCE,
            inviter=organisation(SCIENCE),
            on=date(2022, 10, 10),
            by=office.officer,
        )
        actions.decline_invitation(
            invitation=row,
            on=date(2022, 10, 12),
            reason="Trùng lịch họp Ban Chấp hành.",
            by=office.leader,
        )
    title = "ĐTM dự án khu xử lý chất thải rắn liên xã"
    if title not in known:
        actions.receive_invitation(
            title=title,
            kind=OtherCouncilKind.EIA,
            inviter=organisation(ENVIRONMENT),
            on=today() - timedelta(days=3),
            meets_on=today() + timedelta(days=6),
            by=office.officer,
        )


def _dropped(office: Office, known: set[str]) -> None:
    title = "Quy định giá dịch vụ đo đạc"
    if title not in known:
        draft = _draft(office, QD, ENVIRONMENT, title, date(2022, 6, 3))
        actions.drop_draft(
            draft=draft,
            on=date(2022, 6, 10),
            reason="Nội dung không thuộc lĩnh vực của các hội thành viên.",
            by=office.officer,
        )
    title = "Nghị quyết về phát triển kinh tế biển"
    if title not in known:
        _draft(office, NQ, PEOPLES_COUNCIL, title, today() - timedelta(days=5))


def _draft(office: Office, kind: DraftKind, asker: str, title: str, received: date) -> DraftComment:
    return actions.receive_draft(
        title=title,
        kind=kind,
        asker=organisation(asker),
        on=received,
        due_on=received + timedelta(days=15),
        by=office.officer,
    )
