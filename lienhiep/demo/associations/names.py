"""Invented names for those who sit in bodies; they say by themselves that they are made up."""

from __future__ import annotations

from lienhiep.core.history import record_all, verb
from lienhiep.core.text import fold, person_sort_key
from lienhiep.demo.cast import NOTE
from lienhiep.demo.organisations import UNION, organisation
from lienhiep.directory.models import Person

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hồ", "Hoàng", "Phan", "Võ", "Đặng", "Bùi", "Cao")
MIDDLES = ("Văn", "Thị", "Hữu", "Đức", "Xuân", "Ngọc", "Thanh")
GIVENS = ("Mẫu", "Thử", "Ví Dụ", "Minh Họa", "Giả Định", "Tạm Đặt", "Làm Thí", "Trình Diễn")
TITLES = ("ThS", "", "TS", "KS", "", "BS", "PGS.TS", "")
COUNT = 150
KEY_LENGTH = 420


def load() -> list[Person]:
    """Return the persons in a fixed order, made at once where they are not on record yet."""
    wanted = names()
    known = {person.full_name: person for person in Person.objects.filter(full_name__in=wanted)}
    missing = [_person(name, at) for at, name in enumerate(wanted) if name not in known]
    with verb("wagtail.create", by=None, about=organisation(UNION)):
        for person in record_all(missing):
            known[person.full_name] = person
    return [known[name] for name in wanted]


def names() -> list[str]:
    """Return the names, no two alike: the three lists have lengths without a common divisor."""
    return [
        f"{FAMILIES[at % len(FAMILIES)]} {MIDDLES[at % len(MIDDLES)]} {GIVENS[at % len(GIVENS)]}"
        for at in range(COUNT)
    ]


def _person(name: str, at: int) -> Person:
    person = Person(full_name=name, titles=TITLES[at % len(TITLES)], note=NOTE)
    person.tidy()
    person.sort_key = person_sort_key(name, max_length=KEY_LENGTH)
    person.search_key = fold(name)[:200]
    return person
