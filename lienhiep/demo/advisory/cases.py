"""Who acts in this part of the demonstration, for whom, and on which papers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import typst

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.advisory.reference_codes import (
    ACCEPT_DAYS,
    COUNCIL_LEAST,
    COUNCIL_MOST,
    REPLY_DAYS,
)
from lienhiep.core.files import FileUse, store_bytes
from lienhiep.core.models import RecordFile
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference
from lienhiep.demo import people
from lienhiep.demo.cast import person
from lienhiep.demo.organisations import organisation
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation, Person

EXPERTS = (
    ("Phan Văn Phản Biện", "TS"),
    ("Nguyễn Thị Thẩm Định", "PGS.TS"),
    ("Hồ Sỹ Quy Hoạch", "ThS"),
    ("Lê Thị Môi Trường", "TS"),
    ("Trần Nông Học", "TS"),
    ("Vũ Thủy Lợi", "KS"),
    ("Cao Thị Kinh Tế", "ThS"),
    ("Bùi Xây Dựng", "KS"),
    ("Đặng Thị Y Khoa", "BS"),
    ("Hoàng Giao Thông", "ThS"),
)
"""Names that say the field, so that nobody takes them for somebody."""

SETTING = """
#let paper = json(bytes(sys.inputs.paper))
#set page(width: 21cm, height: 29.7cm, margin: 2.5cm)
#set text(font: "Libertinus Serif", size: 12pt, lang: "vi")
#set par(justify: true, leading: 0.9em, spacing: 1.2em)
#align(center)[#text(size: 15pt, weight: "bold")[#paper.heading]]
#v(0.4cm)
#align(center)[#emph(paper.about)]
#v(0.6cm)
#for line in paper.lines [
  #line

]
#v(1fr)
#text(size: 9pt)[Bản trình diễn. Tên người và nội dung do phần mềm đặt ra.]
"""


@dataclass(frozen=True)
class Office:
    """Who acts, and the experts whom the Union asks."""

    officer: User
    leader: User
    accountant: User
    expert: User
    pool: list[Person]


def office() -> Office:
    """Return the people of this part, made the first time."""
    return Office(
        officer=people.account(Role.OFFICER),
        leader=people.account(Role.LEADER),
        accountant=people.account(Role.ACCOUNTANT),
        expert=people.account(Role.EXPERT),
        pool=[person(name, titles) for name, titles in EXPERTS],
    )


def regulation(office: Office) -> None:
    """Enter the days and sizes of the regulation, where nothing is entered yet."""
    for code, value in (
        (REPLY_DAYS, 30),
        (ACCEPT_DAYS, 7),
        (COUNCIL_LEAST, 5),
        (COUNCIL_MOST, 9),
    ):
        if not ReferenceValue.objects.filter(code=code).exists():
            set_reference(
                code=code,
                value=value,
                valid_from=date(2021, 1, 1),
                source="Quy chế tư vấn, phản biện của Liên hiệp hội (trình diễn)",
                by=office.officer,
            )


FARMING = "Hội Khoa học kỹ thuật Nông nghiệp Nghệ An"
WATER = "Hội Thủy lợi Nghệ An"
ROADS = "Hội Khoa học kỹ thuật Cầu đường Nghệ An"
HISTORY = "Hội Khoa học lịch sử Nghệ An"
MEDICINE = "Hội Y học Nghệ An"
INFORMATICS = "Hội Tin học Nghệ An"
"""Member associations, as the Union's register names them."""


def association(name: str) -> Organisation:
    """Return a member association."""
    return organisation(name, OrganisationKind.ASSOCIATION)


def paper(
    heading: str, about: str, lines: list[str], *, name: str, use: FileUse, by: User
) -> RecordFile:
    """Set a page of text as a PDF, so that there is something to open."""
    words = json.dumps({"heading": heading, "about": about, "lines": lines})
    data = typst.compile(SETTING.encode(), ignore_system_fonts=True, sys_inputs={"paper": words})
    return store_bytes(name=name, data=data, use=use, by=by)
