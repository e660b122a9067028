"""Associations and other members of the Union from a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy

from lienhiep.associations.choices import MembershipKind, WorkField
from lienhiep.associations.models import Membership
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.imports.registries.matching import known_organisation, organisation_of
from lienhiep.imports.spreadsheets import cells
from lienhiep.imports.spreadsheets.sheets import Column, Facts, Sheet, takes_spreadsheets

OF_ORGANISATION = ("name", "short_name", "address", "phone", "email", "website", "founded_on")
KIND_OF_ORGANISATION = {
    MembershipKind.MEMBER_ASSOCIATION: OrganisationKind.ASSOCIATION,
}
"""What a member is by itself; a collective member or a centre may be anything."""

COLUMNS = (
    Column(
        "name",
        pgettext_lazy("spreadsheet", "Name of the organisation"),
        required=True,
        example="Hội Làm vườn tỉnh Nghệ An",
        also=("Tên", "Tên hội", "Tên tổ chức", "Hội thành viên"),
    ),
    Column(
        "short_name",
        pgettext_lazy("spreadsheet", "Abbreviated name"),
        example="Hội Làm vườn",
        also=("Tên viết tắt",),
    ),
    Column(
        "kind",
        pgettext_lazy("spreadsheet", "Kind of membership"),
        cells.choice_of(MembershipKind),
        offered=lambda: cells.labels_of(MembershipKind),
        note=pgettext_lazy("spreadsheet", "Empty: a member association."),
        also=("Loại",),
    ),
    Column(
        "work_field",
        pgettext_lazy("spreadsheet", "Field of science"),
        cells.choice_of(WorkField),
        offered=lambda: cells.labels_of(WorkField),
        also=("Lĩnh vực",),
    ),
    Column(
        "since",
        pgettext_lazy("spreadsheet", "Member since"),
        cells.day,
        required=True,
        example="26/07/2019",
        also=("Ngày kết nạp", "Là thành viên từ"),
    ),
    Column(
        "admission_decision",
        pgettext_lazy("spreadsheet", "Decision of admission"),
        example="12/QĐ-LHH ngày 26/07/2019",
    ),
    Column(
        "founding_decision",
        pgettext_lazy("spreadsheet", "Decision founding it"),
        also=("Quyết định thành lập",),
    ),
    Column("charter", pgettext_lazy("spreadsheet", "Decision approving the charter")),
    Column(
        "founded_on",
        pgettext_lazy("spreadsheet", "Founded on"),
        cells.day,
        also=("Ngày thành lập",),
    ),
    Column(
        "supervisor",
        pgettext_lazy("spreadsheet", "Supervising department"),
        example="Sở Nông nghiệp và Phát triển nông thôn",
        note=pgettext_lazy(
            "spreadsheet", "An organisation of the directory, by its name, short name or alias."
        ),
    ),
    Column("address", pgettext_lazy("spreadsheet", "Address")),
    Column(
        "phone", pgettext_lazy("spreadsheet", "Phone number"), cells.phone, also=("Điện thoại",)
    ),
    Column("email", pgettext_lazy("spreadsheet", "E-mail address"), also=("Email", "Thư điện tử")),
    Column("website", pgettext_lazy("spreadsheet", "Website")),
    Column("purpose", pgettext_lazy("spreadsheet", "What it does")),
)


def find(facts: Facts) -> Membership | None:
    """Return the membership that begins on the same day, which stands here already."""
    known = known_organisation("name", str(facts["name"]))
    if known is None:
        return None
    return Membership.objects.filter(organisation=known, since=facts["since"]).first()


def make(facts: Facts, by: Any) -> list[models.Model]:
    """Enter the organisation where it is new, and its membership."""
    own = {name: facts[name] for name in OF_ORGANISATION if name in facts}
    rest = {name: value for name, value in facts.items() if name not in OF_ORGANISATION}
    made: list[models.Model] = []
    organisation = known_organisation("name", str(own["name"]))
    if organisation is None:
        kind = KIND_OF_ORGANISATION.get(
            rest.get("kind", MembershipKind.MEMBER_ASSOCIATION), OrganisationKind.OTHER
        )
        organisation = Organisation(kind=kind, **own)
        organisation.full_clean()
        organisation.save()
        made.append(organisation)
    if name := rest.pop("supervisor", ""):
        rest["supervisor"] = organisation_of("supervisor", name)
    membership = Membership(organisation=organisation, **rest)
    membership.full_clean()
    membership.save()
    return [*made, membership]


ASSOCIATIONS = takes_spreadsheets(
    Sheet(
        code="associations",
        label=pgettext_lazy("spreadsheet", "Member associations"),
        about=pgettext_lazy(
            "spreadsheet",
            "Members of the Union: one row for each, with the day since when it belongs.",
        ),
        model=Membership,
        columns=COLUMNS,
        find=find,
        make=make,
    )
)
