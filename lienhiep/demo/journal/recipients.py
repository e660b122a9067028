"""Who receives the journal: communes, departments, sister unions, and a library.

In 2022 the journal went to the 460 communes, wards and townships, of which only the number
is on record, and was exchanged with 63 unions: 62 of other provinces, and the national one.
Since 01/07/2025 there are 130 communes and wards by name, and 33 other provinces.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.demo.organisations import organisation
from lienhiep.directory.choices import OrganisationKind, UnitLevel
from lienhiep.directory.models import (
    AdministrativeUnit,
    DirectoryGroup,
    GroupMembership,
    Organisation,
    UnitStatement,
)
from lienhiep.directory.querysets import provinces_on
from lienhiep.directory.reference import load_reference
from lienhiep.journal.choices import RecipientKind
from lienhiep.journal.models import DistributionLine, DistributionList

HOME = "Nghệ An"
UNION = "Liên hiệp các Hội Khoa học và Kỹ thuật"
BEFORE, REFORM = date(2021, 1, 1), date(2025, 7, 1)
YEAR_2022 = date(2022, 6, 30)

DEPARTMENTS = (
    "Văn phòng Tỉnh ủy",
    "Ban Tổ chức Tỉnh ủy",
    "Ban Tuyên giáo Tỉnh ủy",
    "Ban Dân vận Tỉnh ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Ban Nội chính Tỉnh ủy",
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
    "Văn phòng Ủy ban nhân dân tỉnh",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Y tế",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Tài nguyên và Môi trường",
    "Sở Công Thương",
    "Sở Xây dựng",
    "Sở Giao thông vận tải",
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài chính",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Văn hóa và Thể thao",
    "Sở Du lịch",
    "Sở Thông tin và Truyền thông",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Ngoại vụ",
    "Thanh tra tỉnh",
    "Ban Dân tộc tỉnh",
    "Ban Quản lý Khu kinh tế Đông Nam",
    "Ủy ban Mặt trận Tổ quốc tỉnh",
    "Liên đoàn Lao động tỉnh",
    "Hội Nông dân tỉnh",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Tỉnh đoàn",
    "Hội Cựu chiến binh tỉnh",
    "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    "Đài Phát thanh và Truyền hình tỉnh",
    "Báo Nghệ An",
    "Trường Chính trị tỉnh",
)
"""Forty bodies of the province under the names that they bore in 2022."""


def load(by: User) -> None:
    """Make the groups and the two distribution lists, the first time."""
    if DistributionList.objects.exists():
        return
    load_reference()
    departments = _group(
        "so-ban-nganh",
        "Sở, ban, ngành trong tỉnh",
        [(organisation(name, OrganisationKind.DEPARTMENT), None, None) for name in DEPARTMENTS],
        by,
    )
    unions = _group("lien-hiep-hoi-ban", "Liên hiệp hội bạn và VUSTA", list(_unions()), by)
    communes = _group("xa-phuong", "Xã, phường từ 01/7/2025", list(_communes()), by)
    library = organisation("Thư viện tỉnh Nghệ An", OrganisationKind.OTHER)
    stated = UnitStatement.objects.on(YEAR_2022).get(unit__code="40", level=UnitLevel.COMMUNE)
    shared = [
        {"kind": RecipientKind.DEPARTMENTS, "group": departments, "copies_each": 2},
        {"kind": RecipientKind.EXCHANGE, "group": unions, "copies_each": 2},
        {"kind": RecipientKind.OTHERS, "organisation": library, "copies_each": 4},
    ]
    _list(
        "Danh sách phát hành từ năm 2021",
        BEFORE,
        "Trao đổi với 63 nơi: 62 liên hiệp hội tỉnh bạn và Liên hiệp hội Việt Nam (VUSTA).",
        [
            {
                "kind": RecipientKind.COMMUNES,
                "statement": stated,
                "label": "Các xã, phường, thị trấn trong tỉnh",
            },
            *shared,
        ],
    )
    _list(
        "Danh sách phát hành từ 01/7/2025",
        REFORM,
        "130 xã, phường; 33 liên hiệp hội tỉnh bạn và VUSTA sau khi sắp xếp tỉnh, thành phố.",
        [{"kind": RecipientKind.COMMUNES, "group": communes, "copies_each": 2}, *shared],
    )


Member = tuple[Organisation, date | None, date | None]


def _group(code: str, name: str, members: Iterable[Member], by: User) -> DirectoryGroup:
    with verb("wagtail.create", by=by) as act:
        group = DirectoryGroup(code=code, name=name)
        group.save()
        act.about(group)
        record_all(
            [
                GroupMembership(group=group, organisation=one, valid_from=start, valid_to=end)
                for one, start, end in members
            ]
        )
    return group


def _unions() -> Iterable[Member]:
    """Yield the unions of the other provinces and the national one, each with its time.

    A union whose province lives on under its name stays; those of merged provinces leave
    the group with the reform. Huế left its old name behind half a year before.
    """
    yield (
        organisation(f"{UNION} Việt Nam", OrganisationKind.CENTRAL_UNION, short_name="VUSTA"),
        (None),
        None,
    )
    staying = {unit.name for unit in provinces_on(REFORM)}
    renamed = {"Thừa Thiên Huế": "Huế"}
    for unit in provinces_on(YEAR_2022):
        if unit.name == HOME:
            continue
        lives_on = renamed.get(unit.name, unit.name) in staying
        union = organisation(f"{UNION} {unit.name}", OrganisationKind.SISTER_UNION)
        yield union, None, None if lives_on else REFORM - timedelta(days=1)


def _communes() -> Iterable[Member]:
    """Yield the offices of the 130 communes and wards of the province since the reform."""
    units = AdministrativeUnit.objects.communes().on(REFORM).filter(parent__code="40")
    for unit in units.in_order():
        office = organisation(
            f"Ủy ban nhân dân {unit.full_name[0].lower()}{unit.full_name[1:]}",
            OrganisationKind.COMMUNE_OFFICE,
            unit=unit,
            address=f"{unit.full_name}, tỉnh {HOME}",
        )
        yield office, REFORM, None


def _list(name: str, valid_from: date, note: str, lines: list[dict]) -> DistributionList:
    made = DistributionList(name=name, valid_from=valid_from, note=note)
    made.save()
    for line in lines:
        DistributionLine(distribution_list=made, **line).save()
    return made
