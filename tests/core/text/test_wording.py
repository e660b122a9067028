import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.text import number_in_words
from lienhiep.core.text.wording import LARGEST

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (1005, "một nghìn không trăm linh năm"),
        (1050, "một nghìn không trăm năm mươi"),
        (2022, "hai nghìn không trăm hai mươi hai"),
        (1_000_005, "một triệu không trăm linh năm"),
        (4_469_335, "bốn triệu bốn trăm sáu mươi chín nghìn ba trăm ba mươi lăm"),
        (29 * 10**9, "hai mươi chín tỷ"),
        (10**9 + 10**6, "một tỷ không trăm linh một triệu"),
        (1_005 * 10**9, "một nghìn không trăm linh năm tỷ"),
        (10**15, "một triệu tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_number_in_words_follows_the_office(number, words):
    assert number_in_words(number) == words


def test_number_in_words_refuses_what_has_no_name():
    with pytest.raises(ValueError):
        number_in_words(LARGEST + 1)


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_number_in_words_can_be_read_back(number):
    assert _read(number_in_words(number)) == number


def _read(words):
    """A reader that knows only what each word is worth."""
    if words.startswith("âm "):
        return -_read(words.removeprefix("âm "))
    before, parted, after = words.rpartition(" tỷ")
    if parted:
        return _read(before) * 10**9 + (_read(after.strip()) if after else 0)
    digits = {"mốt": 1, "tư": 4, "lăm": 5, "linh": 0}
    digits |= {word: value for value, word in enumerate(DIGITS)}
    total = group = digit = 0
    for word in words.split():
        if word in digits:
            group, digit = group + digits[word], digits[word]
        elif word == "mười":
            group += 10
        elif word in ("mươi", "trăm"):
            group += digit * ({"mươi": 10, "trăm": 100}[word] - 1)
        else:
            total, group = total + group * {"nghìn": 10**3, "triệu": 10**6}[word], 0
    return total + group
