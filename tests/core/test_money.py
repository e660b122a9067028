from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.money import (
    LARGEST_AMOUNT,
    AmbiguousMoney,
    InvalidMoney,
    MoneyTooLarge,
    format_money,
    format_money_short,
    money_in_words,
    parse_money,
)

AMOUNTS = st.integers(min_value=-LARGEST_AMOUNT, max_value=LARGEST_AMOUNT)


@pytest.mark.parametrize(
    ("given_amount", "amount"),
    [
        ("1.250.000 đ", 1_250_000),
        ("1.250.000đ", 1_250_000),
        ("1250000", 1_250_000),
        ("1,250,000 VND", 1_250_000),
        ("1 250 000 đồng", 1_250_000),
        ("29 tỷ", 29 * 10**9),
        ("29 TỶ ĐỒNG", 29 * 10**9),
        ("1,5 triệu đồng", 1_500_000),
        ("1.5 triệu", 1_500_000),
        ("1.500 triệu", 1_500_000_000),
        ("500 nghìn", 500_000),
        ("2 tỷ 300 triệu", 2_300_000_000),
        ("3 nghìn tỷ đồng", 3 * 10**12),
        ("8,152", 8_152),
        ("-5.000", -5_000),
        ("0", 0),
        (1_250_000, 1_250_000),
        (Decimal("1250000.00"), 1_250_000),
    ],
)
def test_parse_money_reads_what_offices_write(given_amount, amount):
    assert parse_money(given_amount) == amount


@pytest.mark.parametrize(
    "text",
    ["", "-", "đồng", "abc", "1.5", "1.250,5 đ", "12.34.567", "300 triệu 2 tỷ", "5 USD", "10^6"],
)
def test_parse_money_refuses_what_is_no_amount(text):
    with pytest.raises(InvalidMoney):
        parse_money(text)


@pytest.mark.parametrize("value", [1.5, True, Decimal("NaN"), Decimal("0.5")])
def test_parse_money_refuses_numbers_that_are_no_whole_amount(value):
    with pytest.raises(InvalidMoney):
        parse_money(value)


@pytest.mark.parametrize("text", ["8,152 tỷ", "2 tỷ 300"])
def test_parse_money_refuses_what_means_two_things(text):
    with pytest.raises(AmbiguousMoney):
        parse_money(text)


def test_parse_money_refuses_more_than_anybody_has():
    with pytest.raises(MoneyTooLarge):
        parse_money(LARGEST_AMOUNT + 1)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (29 * 10**9, "29 tỷ đồng"),
        (1_500_000, "1,5 triệu đồng"),
        (-1_500_000, "-1,5 triệu đồng"),
        (1_234_567_890, "1,23 tỷ đồng"),
        (999_999_999, "1 tỷ đồng"),
        (850_000, "850.000 đồng"),
        (0, "0 đồng"),
    ],
)
def test_format_money_short_writes_billions_and_millions(amount, written):
    assert format_money_short(amount) == written


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (1_250_000, "Một triệu hai trăm năm mươi nghìn đồng"),
        (1_005, "Một nghìn không trăm linh năm đồng"),
        (-21, "Âm hai mươi mốt đồng"),
        (0, "Không đồng"),
        (10**15, "Một triệu tỷ đồng"),
    ],
)
def test_money_in_words_begins_with_a_capital_and_ends_with_the_unit(amount, words):
    assert money_in_words(amount) == words


def test_format_money_writes_the_whole_amount():
    assert format_money(1_250_000) == "1.250.000 đồng"


@given(AMOUNTS)
def test_parse_money_reads_what_format_money_writes(amount):
    assert parse_money(format_money(amount)) == amount


@given(AMOUNTS)
def test_format_money_short_is_always_understood_and_near(amount):
    read = parse_money(format_money_short(amount))

    assert abs(read - amount) * 200 <= abs(amount)
