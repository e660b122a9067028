"""Invented persons whom several rooms of the demonstration speak of, made once."""

from __future__ import annotations

from lienhiep.directory.models import Person

NOTE = "Tên do phần trình diễn đặt ra."

CHAIR = "Phan Thị Chủ Tịch"
STANDING_VICE_CHAIR = "Trần Văn Thường Trực"
SECRETARY_GENERAL = "Lê Tổng Thư"
"""Names that say the post, so that nobody takes them for somebody."""


def person(name: str, titles: str = "") -> Person:
    """Return the person of a name, made the first time that a room speaks of them."""
    found = Person.objects.filter(full_name=name).order_by("pk").first()
    if found is None:
        found = Person(full_name=name, titles=titles, note=NOTE)
        found.save()
    return found
