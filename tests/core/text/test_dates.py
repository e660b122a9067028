from datetime import UTC, date, datetime

import pytest

from lienhiep.core.text import format_date, format_date_long


def test_format_date_is_day_first():
    assert format_date(date(2023, 1, 10)) == "10/01/2023"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2023, 1, 5), "ngày 05 tháng 01 năm 2023"),
        (date(2022, 2, 28), "ngày 28 tháng 02 năm 2022"),
        (date(2022, 3, 9), "ngày 09 tháng 3 năm 2022"),
        (date(2022, 12, 31), "ngày 31 tháng 12 năm 2022"),
    ],
)
def test_format_date_long_pads_days_below_ten_and_the_first_two_months(day, written):
    assert format_date_long(day) == written


def test_format_date_takes_the_day_in_vietnam_of_a_moment():
    assert format_date(datetime(2022, 12, 31, 17, 30, tzinfo=UTC)) == "01/01/2023"
