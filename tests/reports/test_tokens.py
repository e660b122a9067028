"""Figures set in a text by name."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from lienhiep.reports.tokens import (
    InvalidToken,
    Token,
    read_token,
    replace_tokens,
    said,
    tokens_in,
)
from lienhiep.reports.validators import validate_figures_named, validate_period


@pytest.fixture(autouse=True)
def vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("E01", Token("E01")),
        ("E01|plan", Token("E01", plan=True)),
        ("E01|kế hoạch", Token("E01", plan=True)),
        ("E01|unit", Token("E01", with_unit=True)),
        ("E01|stated", Token("E01", stated=True)),
        ("E01|số nêu", Token("E01", stated=True)),
        ("E03|Y tế", Token("E03", part="Y tế")),
        ("E06|over 100", Token("E06", rounding="over", step=100)),
        ("E06|trên 100", Token("E06", rounding="over", step=100)),
        ("E03|Y tế|khoảng 5", Token("E03", part="Y tế", rounding="about", step=5)),
        ("journal.issues_published", Token("journal.issues_published")),
    ],
)
def test_a_token_says_which_figure_which_part_and_how_rounded(written, meant):
    assert read_token(written) == meant


def test_a_token_is_read_through_the_marks_of_the_editor():
    assert read_token("<b>E03</b>|Y&nbsp;tế &amp; sức khỏe") == Token("E03", part="Y tế & sức khỏe")


@pytest.mark.parametrize("written", ["", "|plan", "E06|over 0"])
def test_a_token_that_cannot_be_read_is_refused(written):
    with pytest.raises(InvalidToken):
        read_token(written)


def test_all_figures_named_in_a_text_are_found():
    text = "<p>[[E01]]/[[E01|plan]] số, [[E03|Y tế]]</p>"

    assert [token.code for token in tokens_in(text)] == ["E01", "E01", "E03"]


def test_replacing_leaves_the_rest_of_the_text_untouched():
    shown = replace_tokens("<p>đã ra [[E01]] số [chưa đủ]</p>", lambda token: f"<{token.code}>")

    assert shown == "<p>đã ra <E01> số [chưa đủ]</p>"


@pytest.mark.parametrize(
    ("value", "written", "words"),
    [
        (612, "E06|over 100", "trên 600"),
        (600, "E06|over 100", "600"),
        (19, "E03|about 5", "khoảng 20"),
        (17, "E03|about 5", "khoảng 15"),
        (20, "E03|about 5", "20"),
        (41, "F03", "41"),
    ],
)
def test_a_rounded_figure_says_over_or_about(value, written, words):
    token = read_token(written)

    assert said(Decimal(value), token, lambda number: f"{number:f}") == words


def test_a_text_that_names_an_unknown_figure_is_refused_by_name():
    with pytest.raises(ValidationError) as refusal:
        validate_figures_named("<p>[[Z99]]</p>")

    assert refusal.value.messages == ["Không có chỉ tiêu nào mang mã “Z99”."]


def test_a_period_that_cannot_be_read_is_refused():
    with pytest.raises(ValidationError):
        validate_period("2022-H3")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("F03|giải nhất|two digits", Token("F03", part="giải nhất", two_digits=True)),
        ("F03|giải nhất|hai chữ số", Token("F03", part="giải nhất", two_digits=True)),
        ("F03|table", Token("F03", as_table=True)),
        ("F03|bảng", Token("F03", as_table=True)),
        ("tasks:2023", Token("tasks:2023", tasks_of=2023)),
        ("Nhiệm vụ: 2023|bảng", Token("tasks:2023", tasks_of=2023, as_table=True)),
    ],
)
def test_a_token_may_ask_for_two_digits_a_table_or_the_tasks_of_a_plan(written, meant):
    assert read_token(written) == meant


@pytest.mark.parametrize(
    ("value", "words"), [(3, "03"), (0, "00"), (10, "10"), (23, "23"), (1.5, "1.5"), (-3, "-3")]
)
def test_two_digits_are_for_counts_under_ten(value, words):
    token = read_token("F03|hai chữ số")

    assert said(Decimal(str(value)), token, lambda number: f"{number:f}") == words
