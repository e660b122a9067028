"""Persons of the directory from a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy

from lienhiep.directory.choices import Sex
from lienhiep.directory.models import Affiliation, Person
from lienhiep.imports.registries.matching import organisation_of, person_of, split_titles
from lienhiep.imports.spreadsheets import cells
from lienhiep.imports.spreadsheets.sheets import Column, Facts, Sheet, takes_spreadsheets

NAME = Column(
    "full_name",
    pgettext_lazy("spreadsheet", "Full name"),
    required=True,
    example="Nguyễn Văn A",
    note=pgettext_lazy(
        "spreadsheet", "Titles may stand before it; they are moved to their own column."
    ),
    also=("Họ tên", "Họ và tên", "Tên"),
)
BIRTH_DATE = Column(
    "birth_date",
    pgettext_lazy("spreadsheet", "Date of birth"),
    cells.day,
    example="02/09/1975",
    also=("Ngày sinh", "Ngày tháng năm sinh"),
)

COLUMNS = (
    NAME,
    Column(
        "titles",
        pgettext_lazy("spreadsheet", "Titles"),
        example="TS",
        also=("Học hàm, học vị", "Học vị"),
    ),
    Column(
        "sex",
        pgettext_lazy("spreadsheet", "Sex"),
        cells.choice_of(Sex),
        offered=lambda: cells.labels_of(Sex),
        example="Nữ",
    ),
    BIRTH_DATE,
    Column("birth_year", pgettext_lazy("spreadsheet", "Year of birth"), cells.year, example="1975"),
    Column(
        "email",
        pgettext_lazy("spreadsheet", "E-mail address"),
        example="a@example.vn",
        also=("Email", "Thư điện tử"),
    ),
    Column(
        "phone",
        pgettext_lazy("spreadsheet", "Phone number"),
        cells.phone,
        example="0912 345 678",
        also=("Điện thoại",),
    ),
    Column("address", pgettext_lazy("spreadsheet", "Address"), example="Số 1, đường Trường Thi"),
    Column(
        "workplace",
        pgettext_lazy("spreadsheet", "Workplace"),
        example="Sở Khoa học và Công nghệ",
        note=pgettext_lazy(
            "spreadsheet", "An organisation of the directory, by its name, short name or alias."
        ),
        also=("Đơn vị công tác", "Cơ quan"),
    ),
    Column(
        "position",
        pgettext_lazy("spreadsheet", "Position there"),
        example="Chuyên viên",
        also=("Chức vụ",),
    ),
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
        label=pgettext_lazy("spreadsheet", "Persons"),
        about=pgettext_lazy(
            "spreadsheet",
            "Persons of the directory: one row for each. Whoever stands there stays as is.",
        ),
        model=Person,
        columns=COLUMNS,
        find=find,
        make=make,
    )
)
