"""The contests themselves, and the editions of which only the frame is told."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from lienhiep.contests.choices import (
    ContestKind,
    ContestLevel,
    EntryWord,
    OrganiserPart,
    Rank,
)
from lienhiep.contests.models import Contest
from lienhiep.demo.organisations import (
    EDUCATION,
    SCIENCE,
    UNION,
    VIFOTEC,
    VUSTA,
    YOUTH_UNION,
    organisation,
)
from lienhiep.office.models import OfficialDocument

YOUTH, YOUTH_NATIONAL = "sang-tao-tre-nghe-an", "sang-tao-tre-toan-quoc"
TECHNICAL, TECHNICAL_NATIONAL = "sang-tao-ky-thuat-nghe-an", "sang-tao-ky-thuat-toan-quoc"
AWARD = "giai-thuong-sang-tao-khcn"

CONTESTS: dict[str, dict[str, Any]] = {
    YOUTH: {
        "name": "Cuộc thi Sáng tạo Thanh thiếu niên và Nhi đồng tỉnh Nghệ An",
        "short_name": "Sáng tạo Thanh thiếu niên, Nhi đồng Nghệ An",
        "kind": ContestKind.YOUTH,
        "is_for_children": True,
        "about": (
            "Sân chơi hằng năm cho các em từ tiểu học đến trung học phổ thông: nhìn thấy một việc "
            "chưa tiện quanh mình, nghĩ cách làm cho tiện hơn và tự tay làm ra.\n\n"
            "Sản phẩm đạt giải được chọn gửi dự thi toàn quốc."
        ),
    },
    YOUTH_NATIONAL: {
        "name": "Cuộc thi Sáng tạo Thanh thiếu niên, Nhi đồng toàn quốc",
        "short_name": "Sáng tạo Thanh thiếu niên, Nhi đồng toàn quốc",
        "kind": ContestKind.YOUTH,
        "level": ContestLevel.NATIONAL,
        "is_for_children": True,
        "about": "Vòng toàn quốc của cuộc thi; tỉnh chọn và gửi sản phẩm đạt giải.",
    },
    TECHNICAL: {
        "name": "Hội thi Sáng tạo Kỹ thuật tỉnh Nghệ An",
        "short_name": "Sáng tạo Kỹ thuật Nghệ An",
        "kind": ContestKind.TECHNICAL,
        "entry_word": EntryWord.SOLUTION,
        "every_years": 2,
        "legal_basis": "Quyết định 165/2006/QĐ-TTg",
        "about": (
            "Dành cho mọi người dân trong tỉnh có giải pháp kỹ thuật mới, đã áp dụng và mang lại "
            "hiệu quả. Hai năm tổ chức một lần."
        ),
    },
    TECHNICAL_NATIONAL: {
        "name": "Hội thi Sáng tạo Kỹ thuật toàn quốc",
        "short_name": "Sáng tạo Kỹ thuật toàn quốc",
        "kind": ContestKind.TECHNICAL,
        "level": ContestLevel.NATIONAL,
        "entry_word": EntryWord.SOLUTION,
        "every_years": 2,
    },
    AWARD: {
        "name": "Giải thưởng Sáng tạo Khoa học Công nghệ Việt Nam (VIFOTEC)",
        "short_name": "Giải thưởng Sáng tạo KH&CN Việt Nam",
        "kind": ContestKind.AWARD,
        "level": ContestLevel.NATIONAL,
        "entry_word": EntryWord.WORK,
        "about": (
            "Giải thưởng hằng năm cho công trình đã áp dụng tại Việt Nam; giải của một năm được "
            "xét và trao trong năm sau."
        ),
    },
}

YOUTH_LEVELS = (
    (Rank.FIRST, 3, 5_000_000),
    (Rank.SECOND, 5, 3_000_000),
    (Rank.THIRD, 10, 2_000_000),
    (Rank.CONSOLATION, 23, 1_000_000),
)
NATIONAL_LEVELS = (
    (Rank.SPECIAL, 1, 20_000_000),
    (Rank.FIRST, None, 15_000_000),
    (Rank.SECOND, None, 10_000_000),
    (Rank.THIRD, None, 7_000_000),
    (Rank.CONSOLATION, None, 4_000_000),
)
AWARD_LEVELS = (
    (Rank.FIRST, None, 80_000_000),
    (Rank.SECOND, None, 60_000_000),
    (Rank.THIRD, None, 40_000_000),
    (Rank.CONSOLATION, None, 20_000_000),
)
TECHNICAL_LEVELS = (
    (Rank.FIRST, 3, 20_000_000),
    (Rank.SECOND, 6, 12_000_000),
    (Rank.THIRD, 9, 8_000_000),
    (Rank.CONSOLATION, 15, 4_000_000),
)


def contests() -> dict[str, Contest]:
    """Return the contests by their address, made the first time."""
    known = {one.slug: one for one in Contest.objects.filter(slug__in=CONTESTS)}
    for slug, facts in CONTESTS.items():
        if slug not in known:
            known[slug] = Contest(slug=slug, **facts)
            known[slug].save()
    return known


def provincial_organisers() -> list[tuple[Any, str]]:
    """Return who holds the contests of the province."""
    return [
        (organisation(UNION), OrganiserPart.STANDING),
        (organisation(SCIENCE), OrganiserPart.CO_ORGANISER),
        (organisation(EDUCATION), OrganiserPart.CO_ORGANISER),
        (organisation(YOUTH_UNION), OrganiserPart.CO_ORGANISER),
    ]


def national_organisers() -> list[tuple[Any, str]]:
    """Return who holds the national contests."""
    return [
        (organisation(VUSTA), OrganiserPart.HOST),
        (organisation(VIFOTEC), OrganiserPart.STANDING),
    ]


def document(words: str) -> OfficialDocument | None:
    """Return a document of the office by its symbol or by what it is about, where it has one."""
    found = OfficialDocument.objects.filter(Q(symbol=words) | Q(summary__startswith=words))
    return found.order_by("-issued_on", "-pk").first()


def day_of(words: str, otherwise: date) -> date:
    """Return the day that a document of the office bears, or the day to do with without it."""
    found = document(words)
    return (found.issued_on if found is not None else None) or otherwise
