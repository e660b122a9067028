from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.text import format_number, format_share, ordinal, padded, roman


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (4469335, "4.469.335"),
        (8152, "8.152"),
        (-1250, "-1.250"),
        (0, "0"),
        (Decimal("8.50"), "8,5"),
        (Decimal("-0.0"), "0"),
        (1234.5, "1.234,5"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_format_number_parts_thousands_with_a_full_stop(value, written):
    assert format_number(value) == written


def test_format_number_rounds_half_up_to_the_decimals_asked():
    assert format_number(Decimal("2.345"), decimals=2) == "2,35"
    assert format_number(7, decimals=1) == "7,0"
    assert format_number(Decimal("-0.04"), decimals=1) == "0,0"


def test_format_share_writes_percent():
    assert format_share(30) == "30%"
    assert format_share(Decimal("33.33"), decimals=1) == "33,3%"


def test_padded_writes_single_digits_with_a_zero():
    assert [padded(count) for count in (1, 3, 10, 123)] == ["01", "03", "10", "123"]


def test_roman_and_ordinal_number_congresses_and_contests():
    assert [roman(number) for number in (1, 4, 7, 9, 40, 1999, 3999)] == [
        "I",
        "IV",
        "VII",
        "IX",
        "XL",
        "MCMXCIX",
        "MMMCMXCIX",
    ]
    assert ordinal(18) == "lần thứ 18"
    assert ordinal(7, in_roman=True) == "lần thứ VII"


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_roman_refuses_numbers_without_a_numeral(number):
    with pytest.raises(ValueError):
        roman(number)


@given(st.integers())
def test_format_number_changes_no_digit(number):
    assert int(format_number(number).replace(".", "")) == number
