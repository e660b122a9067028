"""Invented children, teachers and schools. Whoever bears one of these names bears it by chance."""

from __future__ import annotations

from datetime import date, timedelta

from lienhiep.demo.cast import NOTE
from lienhiep.demo.organisations import organisation
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Affiliation, Organisation, Person

FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hồ", "Hoàng", "Phan", "Võ", "Đặng", "Vi", "Lô",
)  # fmt: skip
MIDDLES = ("Sáng", "Tìm", "Ham", "Khéo", "Chăm", "Thích", "Vui")
GIVENS = (
    "Chế Tạo", "Lắp Ráp", "Khám Phá", "Mày Mò", "Thử Nghiệm", "Học Hỏi", "Vẽ Hình", "Đo Đạc",
    "Quan Sát", "Tưới Cây", "Tái Chế", "Ghi Chép", "Phát Minh",
)  # fmt: skip
"""Names of things that children do, so that no child of flesh and blood is meant."""

SCHOOLS = (
    "Trường Tiểu học Hoa Mua", "Trường Tiểu học Suối Trong", "Trường Tiểu học Cầu Vồng",
    "Trường Tiểu học Nắng Sớm", "Trường Tiểu học Đồi Sim", "Trường THCS Bến Đò",
    "Trường THCS Núi Xanh", "Trường THCS Cánh Diều", "Trường THCS Lúa Mới",
    "Trường THCS Ngọn Hải Đăng", "Trường THCS Rừng Cọ", "Trường THCS Sông Quê",
    "Trường THCS Đèn Biển", "Trường THCS Mạ Non", "Trường THCS Hạt Giống",
    "Trường THCS Khe Suối", "Trường THPT Biển Khơi", "Trường THPT Trống Đồng",
    "Trường THPT Ngàn Thông", "Trường THPT Cửa Sông", "Trường THPT Đỉnh Mây",
    "Trường PTDT nội trú Bản Sáng", "Nhà Thiếu nhi Măng Non",
)  # fmt: skip
"""Invented schools of the province; those of the mountains stand among the last."""

TEACHERS = 24
TEACHER_NAMES = ("Dạy Học", "Bảng Đen", "Phấn Trắng", "Trang Sách", "Giáo Án", "Thước Kẻ")
MOUNTAIN = frozenset(
    {"Trường THCS Khe Suối", "Trường PTDT nội trú Bản Sáng", "Trường THPT Đỉnh Mây"}
)


def schools() -> list[Organisation]:
    """Return the schools, made the first time."""
    return [organisation(name, OrganisationKind.SCHOOL) for name in SCHOOLS]


def children(count: int, oldest: date) -> list[Person]:
    """Return so many children, the first born after a day and the rest in the years after."""
    names = [child_name(place) for place in range(count)]
    known = {one.full_name: one for one in Person.objects.filter(full_name__in=names)}
    return [
        known.get(name) or _made(name, birth_date=oldest + timedelta(days=20 + place * 29 % 3600))
        for place, name in enumerate(names)
    ]


def child_name(place: int) -> str:
    """Return an invented name; the three lists have different lengths, so no two are alike."""
    return (
        f"{FAMILIES[place % len(FAMILIES)]} {MIDDLES[place % len(MIDDLES)]} "
        f"{GIVENS[place % len(GIVENS)]}"
    )


def teachers(places: list[Organisation]) -> list[Person]:
    """Return the teachers, each at a school, made the first time."""
    names = [
        f"{FAMILIES[place % len(FAMILIES)]} {'Cô' if place % 2 else 'Thầy'} "
        f"{TEACHER_NAMES[place % len(TEACHER_NAMES)]}"
        for place in range(TEACHERS)
    ]
    known = {one.full_name: one for one in Person.objects.filter(full_name__in=names)}
    found = []
    for place, name in enumerate(names):
        one = known.get(name)
        if one is None:
            one = _made(name)
            Affiliation(
                person=one, organisation=places[place % len(places)], position="Giáo viên"
            ).save()
        found.append(one)
    return found


def _made(name: str, birth_date: date | None = None) -> Person:
    person = Person(full_name=name, birth_date=birth_date, note=NOTE)
    person.save()
    return person
