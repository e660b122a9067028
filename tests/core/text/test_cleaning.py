import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.text import clean, clean_lines


def test_clean_composes_letters_typed_with_separate_marks():
    decomposed = unicodedata.normalize("NFD", "Nghệ An")
    assert len(decomposed) == 9

    assert clean(decomposed) == "Nghệ An"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ðại hội Ðảng", "đại hội Đảng"),
        ("Ɖiện lực", "Điện lực"),
        ("  Liên\u00a0hiệp \t Hội\n", "Liên hiệp Hội"),
        ("Liên\u200bhiệp\ufeff", "Liênhiệp"),
        ("năm ２０２２", "năm 2022"),
        ("Nghệ \u0410n", "Nghệ An"),
        ("số\x00 5", "số 5"),
        ("\ud800Vinh", "Vinh"),
    ],
)
def test_clean_puts_right_what_keyboards_and_editors_leave(typed, stored):
    assert clean(typed) == stored


@pytest.mark.parametrize("text", ["Москва", "α-tocopherol", "Δt = 5", "βeta"])
def test_clean_leaves_other_alphabets_alone(text):
    assert clean(text) == text


def test_clean_lines_keeps_paragraphs_apart():
    typed = "\r\n  Điều 1.  Mục đích \r\n\r\n\r\n\r\nĐiều 2.\u00a0Phạm vi\r\n"

    assert clean_lines(typed) == "Điều 1. Mục đích\n\nĐiều 2. Phạm vi"


@given(st.text())
def test_clean_changes_nothing_the_second_time(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_lines_changes_nothing_the_second_time(text):
    assert clean_lines(clean_lines(text)) == clean_lines(text)
