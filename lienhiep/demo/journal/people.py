"""Invented contributors. Whoever bears one of these names bears it by chance."""

from __future__ import annotations

from lienhiep.directory.models import Person

FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hồ",
    "Hoàng",
    "Phan",
    "Võ",
    "Đặng",
    "Bùi",
    "Cao",
    "Thái",
)
MIDDLES = ("Minh", "Thanh", "Hữu", "Thị Kim", "Xuân", "Đức", "Thị Ngọc", "Khắc", "Viết", "Thị Bích")
GIVENS = (
    "Lâm",
    "Hạnh",
    "Sơn",
    "Thảo",
    "Khoa",
    "Diệp",
    "Tùng",
    "Yến",
    "Quân",
    "Hòa",
    "Nhàn",
    "Đạt",
    "Ước",
)
TITLES = ("", "ThS", "", "KS", "", "TS", "", "BS")
NOTE = "Tên do phần trình diễn đặt ra."
COUNT = 60


def load() -> list[Person]:
    """Return the contributors, made the first time."""
    known = {person.full_name: person for person in Person.objects.filter(note=NOTE)}
    return [known.get(name) or _made(name, place) for place, name in enumerate(names())]


def names() -> list[str]:
    """Return the names, no two alike: the three lists have different lengths."""
    return [
        f"{FAMILIES[place % len(FAMILIES)]} {MIDDLES[place % len(MIDDLES)]} "
        f"{GIVENS[place % len(GIVENS)]}"
        for place in range(COUNT)
    ]


def _made(name: str, place: int) -> Person:
    person = Person(full_name=name, titles=TITLES[place % len(TITLES)], note=NOTE)
    person.save()
    return person
