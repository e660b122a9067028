"""The member associations, collective members and units, with realistic names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lienhiep.accounts.choices import Role
from lienhiep.associations import actions
from lienhiep.associations.choices import MembershipKind, WorkField
from lienhiep.associations.models import Admission, Membership
from lienhiep.core.history import record_all, verb
from lienhiep.core.period import today
from lienhiep.core.text import fold, sort_key
from lienhiep.demo.organisations import (
    AGRICULTURE,
    EDUCATION,
    HEALTH,
    SCIENCE,
    UNION,
    organisation,
)
from lienhiep.demo.people import account
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation

CONSTRUCTION = "Sở Xây dựng"
TRANSPORT = "Sở Giao thông vận tải"
CULTURE = "Sở Văn hóa và Thể thao"
INDUSTRY = "Sở Công Thương"
ENVIRONMENT = "Sở Tài nguyên và Môi trường"
INFORMATION = "Sở Thông tin và Truyền thông"
PLANNING = "Sở Kế hoạch và Đầu tư"

OF_THE_BEGINNING = date(1994, 6, 18)
"""The day from which the older members belong to the Union; made up for the demonstration."""


@dataclass(frozen=True)
class Known:
    """An association as the demonstration tells it; `members` is its number at the end of 2022."""

    name: str
    field: str
    supervisor: str
    members: int
    purpose: str
    since: date = OF_THE_BEGINNING


A, H, E = WorkField.AGRICULTURE, WorkField.HEALTH, WorkField.ENGINEERING
N, S, DIGITAL = WorkField.NATURAL, WorkField.SOCIAL, WorkField.INFORMATION
ECONOMY, TEACHING = WorkField.ECONOMY, WorkField.EDUCATION

HISTORY, GARDENERS = "Hội Khoa học lịch sử Nghệ An", "Hội Làm vườn Nghệ An"
TOWNS, WOMEN = (
    "Hội Quy hoạch phát triển đô thị tỉnh Nghệ An",
    "Hội Nữ trí thức tỉnh Nghệ An",
)

KNOWN = (
    Known(HISTORY, S, CULTURE, 520, "Nghiên cứu, biên soạn lịch sử địa phương và dòng họ."),
    Known(GARDENERS, A, AGRICULTURE, 28400, "Hướng dẫn cải tạo vườn tạp, trồng cây ăn quả."),
    Known("Hội Đông y Nghệ An", H, HEALTH, 5200, "Khám chữa bệnh bằng y học cổ truyền."),
    Known("Hội Y học Nghệ An", H, HEALTH, 4300, "Bồi dưỡng chuyên môn cho thầy thuốc."),
    Known("Hội Kiến trúc sư Nghệ An", E, CONSTRUCTION, 210, "Tư vấn, phản biện kiến trúc."),
    Known("Hội Khoa học kỹ thuật Cầu đường Nghệ An", E, TRANSPORT, 640, "Góp ý dự án giao thông."),
    Known(
        "Hội Khoa học kỹ thuật Nông nghiệp Nghệ An",
        A,
        AGRICULTURE,
        6300,
        "Chuyển giao giống mới và quy trình canh tác.",
    ),
    Known("Hội Khoa học kỹ thuật Lâm nghiệp Nghệ An", A, AGRICULTURE, 2450, "Trồng và giữ rừng."),
    Known("Hội Nghề cá Nghệ An", A, AGRICULTURE, 7900, "Hỗ trợ ngư dân khai thác, nuôi trồng."),
    Known("Hội Chăn nuôi và Thú y Nghệ An", A, AGRICULTURE, 3650, "Phòng dịch, chăn nuôi sạch."),
    Known("Hội Nuôi ong Nghệ An", A, AGRICULTURE, 1980, "Nhân giống ong, tiêu thụ mật."),
    Known("Hội Sinh vật cảnh Nghệ An", A, AGRICULTURE, 12600, "Phát triển cây cảnh, vườn cảnh."),
    Known("Hội Xây dựng Nghệ An", E, CONSTRUCTION, 1240, "Giám định chất lượng công trình."),
    Known("Hội Thủy lợi Nghệ An", E, AGRICULTURE, 880, "Tư vấn hồ đập, tưới tiêu."),
    Known("Hội Vật liệu xây dựng Nghệ An", E, CONSTRUCTION, 430, "Phổ biến vật liệu không nung."),
    Known("Hội Khoa học kỹ thuật Điện Nghệ An", E, INDUSTRY, 760, "An toàn và tiết kiệm điện."),
    Known("Hội Tin học Nghệ An", DIGITAL, INFORMATION, 920, "Bồi dưỡng kỹ năng số cho cộng đồng."),
    Known("Hội Cơ khí Nghệ An", E, INDUSTRY, 540, "Cải tiến máy nông nghiệp."),
    Known("Hội Mỏ, Địa chất Nghệ An", N, ENVIRONMENT, 310, "Tư vấn khai thác khoáng sản."),
    Known(
        "Hội Bảo vệ thiên nhiên và môi trường Nghệ An",
        N,
        ENVIRONMENT,
        1450,
        "Truyền thông bảo vệ môi trường.",
    ),
    Known("Hội Hóa học Nghệ An", N, INDUSTRY, 380, "Phổ biến kiến thức hóa học, an toàn."),
    Known("Hội Điều dưỡng Nghệ An", H, HEALTH, 4150, "Nâng cao kỹ năng chăm sóc người bệnh."),
    Known("Hội Dược học Nghệ An", H, HEALTH, 1720, "Hướng dẫn dùng thuốc an toàn."),
    Known(
        "Hội Châm cứu Nghệ An", H, HEALTH, 1050, "Chữa bệnh không dùng thuốc.", date(2012, 4, 20)
    ),
    Known(
        "Hội Khoa học Tâm lý - Giáo dục Nghệ An",
        TEACHING,
        EDUCATION,
        940,
        "Tư vấn tâm lý học đường.",
        date(2014, 9, 12),
    ),
    Known(
        "Hội Khoa học Kinh tế Nghệ An",
        ECONOMY,
        PLANNING,
        690,
        "Nghiên cứu, góp ý chính sách kinh tế.",
        date(2017, 3, 24),
    ),
)
"""The 26 of 2019; three of them were admitted between 2011 and 2019."""

ADMITTED = (
    (Known(TOWNS, E, CONSTRUCTION, 150, "Góp ý quy hoạch đô thị."), date(2021, 4, 8), "46/QĐ-LHH"),
    (
        Known(WOMEN, S, SCIENCE, 350, "Hỗ trợ nữ trí thức nghiên cứu."),
        date(2023, 6, 15),
        "71/QĐ-LHH",
    ),
)
"""One admitted between 2019 and 2022, one in 2023, each through an application."""

OTHERS = (
    ("Trường Cao đẳng Kỹ thuật (trình diễn)", MembershipKind.COLLECTIVE_MEMBER, TEACHING, 2008),
    ("Viện Giống cây trồng (trình diễn)", MembershipKind.COLLECTIVE_MEMBER, A, 2013),
    ("Công ty Tư vấn Môi trường (trình diễn)", MembershipKind.COLLECTIVE_MEMBER, N, 2018),
    ("Trung tâm Giáo dục Môi trường", MembershipKind.SUBORDINATE_UNIT, N, 2009),
    ("Câu lạc bộ Sáng chế", MembershipKind.SUBORDINATE_UNIT, WorkField.GENERAL, 2015),
)


@dataclass(frozen=True)
class Joined:
    """An association with its membership, as the other steps of the demonstration need it."""

    known: Known
    organisation: Organisation
    membership: Membership


def load() -> list[Joined]:
    """Make the members; those that applied go through their application."""
    officer = account(Role.OFFICER)
    older = _organisations([known.name for known in KNOWN])
    rows = []
    for known, one in zip(KNOWN, older, strict=True):
        row = Membership(
            organisation=one,
            work_field=known.field,
            purpose=known.purpose,
            since=known.since,
            supervisor=organisation(known.supervisor),
            charter="Điều lệ do UBND tỉnh phê duyệt (trình diễn)",
        )
        row.tidy()
        rows.append(row)
    for name, kind, field, year in OTHERS:
        unit = organisation(name, OrganisationKind.OTHER)
        row = Membership(organisation=unit, kind=kind, work_field=field, since=date(year, 5, 19))
        row.tidy()
        rows.append(row)
    with verb("wagtail.create", by=officer, about=organisation(UNION)):
        record_all(rows)
    joined = [
        Joined(known, row.organisation, row)
        for known, row in zip(KNOWN, rows[: len(KNOWN)], strict=True)
    ]
    for known, on, symbol in ADMITTED:
        joined.append(_admit(known, on, symbol))
    _undecided()
    return joined


def _organisations(names: list[str]) -> list[Organisation]:
    """Make the associations at once; keys are written as `save` would."""
    known = {one.name: one for one in Organisation.objects.filter(name__in=names)}
    missing = []
    for name in names:
        if name not in known:
            one = Organisation(
                name=name, kind=OrganisationKind.ASSOCIATION, address="Vinh, Nghệ An"
            )
            one.tidy()
            one.sort_key = sort_key(name, max_length=400)
            one.search_key = fold(name)[:300]
            missing.append(one)
    with verb("wagtail.create", by=account(Role.OFFICER), about=organisation(UNION)):
        for one in record_all(missing):
            known[one.name] = one
    return [known[name] for name in names]


def _admit(known: Known, on: date, symbol: str) -> Joined:
    one = organisation(known.name, OrganisationKind.ASSOCIATION)
    admission = _application(one, known, on - timedelta(days=60))
    membership = actions.admit_member(
        admission=admission,
        on=on,
        decision=symbol,
        decided_by="Ban Thường vụ",
        by=account(Role.OFFICER),
    )
    membership.purpose = known.purpose
    membership.supervisor = organisation(known.supervisor)
    membership.save()
    return Joined(known, one, membership)


def _application(one: Organisation, known: Known, on: date, **lacking: bool) -> Admission:
    whole = dict.fromkeys(
        (
            "has_application",
            "has_founding_decision",
            "has_charter",
            "has_leader_list",
            "has_member_count",
        ),
        True,
    )
    admission = Admission(
        organisation=one,
        work_field=known.field,
        applied_on=on,
        members=known.members,
        **(whole | lacking),
    )
    admission.save()
    return admission


def _undecided() -> None:
    """Leave one application refused in 2022, and one that waits now with a piece missing."""
    refused = Known("Hội Trà đạo (trình diễn)", A, AGRICULTURE, 20, "")
    one = organisation(refused.name, OrganisationKind.ASSOCIATION)
    actions.refuse_admission(
        admission=_application(one, refused, date(2022, 3, 1), has_charter=False),
        on=date(2022, 4, 12),
        reason="Chưa có điều lệ được cơ quan có thẩm quyền phê duyệt.",
        by=account(Role.OFFICER),
    )
    waiting = Known("Hội Tự động hóa (trình diễn)", E, SCIENCE, 85, "")
    two = organisation(waiting.name, OrganisationKind.ASSOCIATION)
    _application(two, waiting, today() - timedelta(days=25), has_leader_list=False)
