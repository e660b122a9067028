"""What stands in a cell, in the terms of a record."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.directory.choices import Sex
from lienhiep.imports.spreadsheets import cells


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("10/01/2023", date(2023, 1, 10)),
        ("1-9-2022", date(2022, 9, 1)),
        ("2.9.1945", date(1945, 9, 2)),
        ("2023-01-10", date(2023, 1, 10)),
        ("2023-01-10 00:00:00", date(2023, 1, 10)),
        ("44936", date(2023, 1, 10)),
    ],
)
def test_a_day_is_read_as_an_office_writes_it_and_as_a_spreadsheet_keeps_it(cell, day):
    assert cells.day(cell) == day


@pytest.mark.parametrize("cell", ["31/02/2023", "2023", "tháng 5", "10/13/2023", "999999"])
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(ValidationError):
        cells.day(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("12", 12), ("1.234", 1234), ("4.469.335", 4469335), ("7,0", 7), ("-3", -3)],
)
def test_a_whole_number_may_have_its_thousands_parted(cell, number):
    assert cells.whole_number(cell) == number


@pytest.mark.parametrize("cell", ["12,5", "mười", "1.23", ""])
def test_what_is_no_whole_number_is_refused(cell):
    with pytest.raises(ValidationError):
        cells.whole_number(cell)


def test_a_phone_number_taken_for_a_number_gets_its_zero_back():
    assert cells.phone("912345678") == "0912345678"
    assert cells.phone("0238 3844 000") == "0238 3844 000"


def test_a_choice_is_read_by_its_words_without_marks_and_by_its_code():
    read = cells.choice_of(Sex)

    assert (read("NỮ"), read("nu"), read("female")) == ("female",) * 3


def test_a_choice_that_is_none_names_those_there_are():
    with pytest.raises(ValidationError) as refusal:
        cells.choice_of(Sex)("khác")

    assert refusal.value.messages == ["“khác” không thuộc danh sách: Nữ; Nam."]


def test_yes_and_no_are_read_as_people_tick_them():
    assert [cells.yes_or_no(cell) for cell in ("Có", "x", "1", "Không", "0")] == [
        True,
        True,
        True,
        False,
        False,
    ]
