"""Organisations that several rooms of the demonstration speak of, made once."""

from __future__ import annotations

from typing import Any

from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation

UNION = "Liên hiệp các Hội Khoa học và Kỹ thuật Nghệ An"
VUSTA = "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam"
VIFOTEC = "Quỹ Hỗ trợ sáng tạo kỹ thuật Việt Nam (VIFOTEC)"
PEOPLES_COMMITTEE = "Ủy ban nhân dân tỉnh Nghệ An"
PARTY_COMMITTEE = "Tỉnh ủy Nghệ An"
CENTRAL_PARTY = "Ban Chấp hành Trung ương Đảng"
PROPAGANDA = "Ban Tuyên giáo Tỉnh ủy"
SCIENCE = "Sở Khoa học và Công nghệ"
EDUCATION = "Sở Giáo dục và Đào tạo"
YOUTH_UNION = "Tỉnh đoàn"
AGRICULTURE = "Sở Nông nghiệp và Phát triển nông thôn"
HEALTH = "Sở Y tế"

KINDS = {
    UNION: OrganisationKind.OWN_UNION,
    VUSTA: OrganisationKind.CENTRAL_UNION,
    VIFOTEC: OrganisationKind.OTHER,
}
SHORT_NAMES = {UNION: "Liên hiệp Hội Nghệ An", VUSTA: "VUSTA", VIFOTEC: "VIFOTEC"}


def organisation(name: str, kind: str = "", **facts: Any) -> Organisation:
    """Return the organisation of a name, made the first time that a room speaks of it."""
    found = Organisation.objects.filter(name=name).first()
    if found is None:
        found = Organisation(
            name=name,
            kind=kind or KINDS.get(name, OrganisationKind.DEPARTMENT),
            **{"short_name": SHORT_NAMES.get(name, ""), **facts},
        )
        found.save()
    return found
