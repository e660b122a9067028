"""Whom the demonstration honours. Names of persons are invented and say so by themselves."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lienhiep.associations.choices import MembershipKind
from lienhiep.associations.models import Membership, Seat
from lienhiep.demo.cast import person
from lienhiep.demo.organisations import organisation
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation, Person

HISTORIANS = "Hội Khoa học lịch sử Nghệ An"
FALLBACK = (
    "Hội Làm vườn Nghệ An",
    "Hội Đông y Nghệ An",
    "Hội Điện lực Nghệ An",
    "Hội Kế hoạch hóa gia đình Nghệ An",
    "Hội Cầu đường Nghệ An",
    "Hội Nuôi ong Nghệ An",
)


class Honoured(NamedTuple):
    """Somebody with titles, and what a decision says of their post and their work."""

    name: str
    titles: str
    described_as: str
    achievement: str


LETTERS_2022 = (
    Honoured(
        "Lê Văn Nhà Vườn",
        "KS",
        "Ủy viên Ban Chấp hành hội thành viên",
        "Có sáng kiến nhân giống cây ăn quả, được nhiều hội viên áp dụng trong năm 2022.",
    ),
    Honoured(
        "Trần Thị Thầy Thuốc",
        "BS",
        "Chủ tịch chi hội",
        "Tận tụy tuyên truyền chăm sóc sức khỏe tại cơ sở trong năm 2022.",
    ),
    Honoured(
        "Phạm Hữu Phản Biện",
        "TS",
        "Chuyên gia tư vấn, phản biện",
        "Đóng góp nổi bật cho các nhiệm vụ tư vấn, phản biện năm 2022.",
    ),
    Honoured(
        "Hồ Thị Văn Phòng",
        "CN",
        "Chuyên viên Văn phòng Liên hiệp hội",
        "Hoàn thành xuất sắc nhiệm vụ công tác năm 2022.",
    ),
    Honoured(
        "Võ Đình Phong Trào",
        "",
        "Phó Chủ tịch hội thành viên",
        "Phát triển hội viên vượt kế hoạch năm 2022.",
    ),
    Honoured(
        "Đặng Quốc Sáng Tạo",
        "ThS",
        "Thành viên Ban Giám khảo",
        "Tích cực hướng dẫn thanh thiếu niên, nhi đồng dự thi sáng tạo năm 2022.",
    ),
    Honoured(
        "Bùi Thị Cộng Tác",
        "",
        "Cộng tác viên tập san",
        "Có nhiều bài viết được bạn đọc đánh giá cao trong năm 2022.",
    ),
)

PUPILS_2021 = (
    ("Nguyễn Học Sinh Một", "Học sinh lớp 8, trường trung học cơ sở (trình diễn)", 2008),
    ("Trần Học Sinh Hai", "Học sinh lớp 8, trường trung học cơ sở (trình diễn)", 2008),
    ("Lê Học Sinh Ba", "Học sinh lớp 11, trường trung học phổ thông (trình diễn)", 2005),
    ("Phan Học Sinh Bốn", "Học sinh lớp 11, trường trung học phổ thông (trình diễn)", 2005),
)
TEACHERS_2021 = (
    ("Hoàng Thị Cô Giáo", "Giáo viên hướng dẫn, trường trung học cơ sở (trình diễn)"),
    ("Cao Văn Thầy Giáo", "Giáo viên hướng dẫn, trường trung học phổ thông (trình diễn)"),
)
"""Stand in for the winners of 2021 where the contests of the demonstration name none."""

MEDALS_2021 = (
    Honoured("Thái Lão Thành", "TS", "Nguyên Phó Chủ tịch Liên hiệp hội", ""),
    Honoured("Ngô Thị Tâm Huyết", "", "Chủ tịch hội thành viên", ""),
)
HISTORIAN = Honoured(
    "Nguyễn Văn Chép Sử",
    "ThS",
    f"Chủ tịch {HISTORIANS}",
    "Nhiều năm sưu tầm, nghiên cứu và phổ biến lịch sử, văn hóa xứ Nghệ.",
)


END_OF_2022 = date(2022, 12, 31)


def associations(count: int) -> list[Organisation]:
    """Return associations that were members in 2022, those on record first, by their names."""
    of_kind = Membership.objects.of_kind(MembershipKind.MEMBER_ASSOCIATION)
    members = of_kind.active_on(END_OF_2022)
    known = list(
        Organisation.objects.unmerged()
        .filter(pk__in=members.values("organisation"))
        .exclude(name=HISTORIANS)
        .in_order()[:count]
    )
    invented = [organisation(name, OrganisationKind.ASSOCIATION) for name in FALLBACK]
    others = [one for one in invented if one not in known] if len(known) < count else []
    return [*known, *others][:count]


def historian(on: date) -> Person:
    """Return who chaired the historians on a day, or an invented person, a master either way."""
    chairs = Seat.objects.held_on(on).filter(
        body__organisation__name=HISTORIANS, position__code="chu-tich"
    )
    seat = chairs.select_related("person").first()
    found = seat.person if seat else person(HISTORIAN.name)
    if found.titles != HISTORIAN.titles:
        found.titles = HISTORIAN.titles
        found.save()
    return found
