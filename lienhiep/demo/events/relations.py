"""Coordination programmes, sponsors, delegations and charity of the past years."""

from __future__ import annotations

from datetime import date

from lienhiep.accounts.models import User
from lienhiep.demo.events import office
from lienhiep.demo.organisations import (
    AGRICULTURE,
    EDUCATION,
    HEALTH,
    SCIENCE,
    VUSTA,
    YOUTH_UNION,
    organisation,
)
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.events import actions
from lienhiep.events.choices import Direction, SupportKind
from lienhiep.events.models import (
    CharityEvent,
    CoordinationProgramme,
    Delegation,
    Sponsorship,
)

CONTEST = "Cuộc thi sáng tạo thanh thiếu niên và nhi đồng năm"
ENTERPRISE, BANK = "Công ty Cổ phần Ánh Sáng Mẫu", "Ngân hàng Phù Sa Mẫu"

PROGRAMMES = (
    (
        "Phối hợp tổ chức Cuộc thi sáng tạo thanh thiếu niên và nhi đồng",
        (EDUCATION, YOUTH_UNION),
        date(2020, 11, 2),
        date(2021, 3, 5),
        date(2025, 12, 31),
        {2021: "Vận động các trường gửi mô hình dự thi.", 2022: "Trao 41 giải cấp tỉnh."},
    ),
    (
        "Phối hợp chuyển giao tiến bộ kỹ thuật cho nông dân",
        (AGRICULTURE,),
        date(2023, 1, 16),
        date(2023, 3, 15),
        date(2026, 12, 31),
        {2023: "Mở 5 lớp tại ba huyện.", 2024: "Xây dựng 2 mô hình trình diễn."},
    ),
    (
        "Phối hợp chăm sóc sức khỏe và phổ biến kiến thức y tế",
        (HEALTH,),
        date(2023, 1, 16),
        date(2023, 4, 20),
        date(2027, 12, 31),
        {2023: "Khám, tư vấn cho hội viên cao tuổi."},
    ),
    (
        "Phối hợp phản biện và ứng dụng khoa học, công nghệ",
        (SCIENCE,),
        date(2023, 1, 16),
        date(2023, 5, 18),
        date(2028, 5, 17),
        {},
    ),
)

SPONSORSHIPS = (
    (ENTERPRISE, 2021, SupportKind.MONEY, "", 30_000_000, date(2021, 5, 4), date(2021, 6, 15)),
    (BANK, 2022, SupportKind.MONEY, "", 50_000_000, date(2022, 4, 12), date(2022, 6, 1)),
    (
        ENTERPRISE,
        2022,
        SupportKind.IN_KIND,
        "Năm máy tính bảng làm giải thưởng",
        12_500_000,
        date(2022, 5, 6),
        date(2022, 7, 20),
    ),
    (BANK, 2023, SupportKind.MONEY, "", 80_000_000, date(2023, 3, 3), date(2023, 5, 10)),
)

VISITS = (
    (Direction.OUT, "Thanh Hóa", date(2021, 4, 22), 6, "Học cách tổ chức hội thi sáng tạo"),
    (Direction.IN, "Hà Tĩnh", date(2022, 3, 31), 8, "Trao đổi về tập san và cộng tác viên"),
    (Direction.OUT, "Quảng Bình", date(2022, 6, 16), 7, "Tìm hiểu tư vấn, phản biện xã hội"),
    (Direction.IN, "", date(2022, 8, 11), 5, "Làm việc về tôn vinh trí thức"),
    (Direction.IN, "Thanh Hóa", date(2022, 10, 20), 9, "Trao đổi về chuyển đổi số của hội"),
)

CHARITY = (
    ("Tặng quà Tết cho hộ khó khăn ở bản biên giới", date(2022, 1, 25), "Kỳ Sơn", 15_000_000, 30),
    (
        "Giúp đồ dùng học tập cho trường học sau lũ quét",
        date(2022, 10, 18),
        "Kỳ Sơn",
        20_000_000,
        120,
    ),
)


def load() -> None:
    """Load programmes, sponsors, delegations and charity."""
    by = office.officer()
    _programmes(by)
    _sponsors(by)
    _visits(by)
    for title, day, place, amount, helped in CHARITY:
        if not CharityEvent.objects.filter(title=title).exists():
            actions.record_charity(
                title=title,
                done_on=day,
                host=office.own_union(),
                place=place,
                amount=amount,
                beneficiaries=helped,
                by=by,
            )


def sponsor(name: str) -> Organisation:
    """Return an invented sponsor."""
    return organisation(name, OrganisationKind.ENTERPRISE)


def _programmes(by: User) -> None:
    for title, partners, since, signed, until, results in PROGRAMMES:
        if CoordinationProgramme.objects.filter(title=title).exists():
            continue
        made = actions.prepare_programme(
            title=title,
            partners=[organisation(name) for name in partners],
            prepared_since=since,
            by=by,
        )
        actions.sign_programme(programme=made, on=signed, valid_until=until, by=by)
        for year, text in results.items():
            actions.record_result(programme=made, year=year, text=text, by=by)


def _sponsors(by: User) -> None:
    for name, year, kind, goods, amount, promised, received in SPONSORSHIPS:
        facts = {"sponsor": sponsor(name), "purpose": f"{CONTEST} {year}", "kind": kind}
        if not Sponsorship.objects.filter(**facts).exists():
            made = actions.promise_sponsorship(
                **facts, goods=goods, amount_promised=amount, promised_on=promised, by=by
            )
            actions.receive_sponsorship(sponsorship=made, on=received, by=by)


def _visits(by: User) -> None:
    for direction, province, day, number, purpose in VISITS:
        other = office.sister_union(province) if province else organisation(VUSTA)
        if not Delegation.objects.filter(organisation=other, starts_on=day).exists():
            actions.record_delegation(
                direction=direction,
                organisation=other,
                starts_on=day,
                people=number,
                purpose=purpose,
                by=by,
            )
