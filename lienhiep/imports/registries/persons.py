"""Persons of the directory from a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.directory.choices import Sex
from lienhiep.directory.models import Affiliation, Person
from lienhiep.imports.registries.matching import organisation_of, person_of, split_titles
from lienhiep.imports.spreadsheets import cells
from lienhiep.imports.spreadsheets.sheets import Column, Facts, Sheet, takes_spreadsheets

NAME = Column(
    "full_name",
    _("Full name"),
    required=True,
    example="Nguyễn Văn A",
    note=_("Titles may stand before it; they are moved to their own column."),
    also=("Họ tên", "Họ và tên", "Tên"),
)
BIRTH_DATE = Column(
    "birth_date",
    _("Date of birth"),
    cells.day,
    example="02/09/1975",
    also=("Ngày sinh", "Ngày tháng năm sinh"),
)

COLUMNS = (
    NAME,
    Column("titles", _("Titles"), example="TS", also=("Học hàm, học vị", "Học vị")),
    Column(
        "sex",
        _("Sex"),
        cells.choice_of(Sex),
        offered=lambda: cells.labels_of(Sex),
        example="Nữ",
    ),
    BIRTH_DATE,
    Column("birth_year", _("Year of birth"), cells.year, example="1975"),
    Column("email", _("E-mail address"), example="a@example.vn", also=("Email", "Thư điện tử")),
    Column("phone", _("Phone number"), cells.phone, example="0912 345 678", also=("Điện thoại",)),
    Column("address", _("Address"), example="Số 1, đường Trường Thi"),
    Column(
        "workplace",
        _("Workplace"),
        example="Sở Khoa học và Công nghệ",
        note=_("An organisation of the directory, by its name, short name or alias."),
        also=("Đơn vị công tác", "Cơ quan"),
    ),
    Column("position", _("Position there"), example="Chuyên viên", also=("Chức vụ",)),
)


def find(facts: Facts) -> Person | None:
    """Return the person that stands in the directory already."""
    return person_of(split_titles(facts))


def make(facts: Facts, by: Any) -> list[models.Model]:
    """Enter a person, with the workplace where one is named."""
    facts = split_titles(facts)
    workplace = facts.pop("workplace", "")
    position = facts.pop("position", "")
    person = Person(**facts)
    person.full_clean()
    person.save()
    if workplace:
        place = Affiliation(
            person=person,
            organisation=organisation_of("workplace", workplace),
            position=position,
        )
        place.full_clean()
        place.save()
    return [person]


PERSONS = takes_spreadsheets(
    Sheet(
        code="persons",
        label=_("Persons"),
        about=_("Persons of the directory: one row for each. Whoever stands there stays as is."),
        model=Person,
        columns=COLUMNS,
        find=find,
        make=make,
    )
)
