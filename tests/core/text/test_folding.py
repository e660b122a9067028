import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.text import exact_key, fold, without_marks


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nghệ An", "nghe an"),
        ("Điện", "dien"),
        ("Đại hội đại biểu", "dai hoi dai bieu"),
        ("ÐÀO TẠO", "dao tao"),
        ("Hường", "huong"),
        ("590/QĐ-UBND", "590 qd ubnd"),
        ("  “Khoa học” – kỹ_thuật… ", "khoa hoc ki thuat"),
        ("năm ２０２２", "nam 2022"),
        ("Gießen, Ørsted", "giessen orsted"),
        ("", ""),
    ],
)
def test_fold_takes_marks_case_and_signs_off(text, key):
    assert fold(text) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("kỹ thuật", "kĩ thuật"),
        ("lý luận", "lí luận"),
        ("Mỹ", "Mĩ"),
        ("tỷ", "tỉ"),
        ("bác sỹ", "bác sĩ"),
        ("hy vọng", "hi vọng"),
        ("quý", "quí"),
    ],
)
def test_fold_makes_both_spellings_equal(one, other):
    assert fold(one) == fold(other)
    assert exact_key(one) == exact_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Vy", "Vi"), ("Thy", "Thi"), ("tay", "tai"), ("quyết", "quiết")]
)
def test_fold_keeps_i_and_y_apart_in_names_and_inside_rimes(one, other):
    assert fold(one) != fold(other)


def test_fold_finds_text_with_separate_marks():
    assert fold(unicodedata.normalize("NFD", "Liên hiệp Hội Nghệ An")) == "lien hiep hoi nghe an"


def test_exact_key_tells_marks_apart():
    assert [exact_key(word) for word in ("Mã", "ma", "MÁ")] == ["mã", "ma", "má"]


def test_exact_key_keeps_the_consonant_qu_whole():
    assert exact_key("Quý I; tính đến") == "quí i tính đến"
    assert exact_key("UỶ BAN (Hoà Bình)") == "ủy ban hòa bình"


def test_without_marks_keeps_i_and_y_as_written():
    assert without_marks("Kỹ thuật, Lý Sơn") == "ky thuat ly son"


@given(st.text())
def test_fold_of_a_key_is_the_key(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_exact_key_of_a_key_is_the_key(text):
    assert exact_key(exact_key(text)) == exact_key(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy ̣́̀̉̃ABĐÊ-/."))
def test_exact_key_folds_to_the_same_search_key(text):
    assert fold(exact_key(text)) == fold(text)


@given(st.text(alphabet="aăâdđeêhiklmnoôơqstuưvxyáàảãạ ỹẤĐ"))
def test_keys_do_not_depend_on_how_letters_are_composed(text):
    decomposed = unicodedata.normalize("NFD", text)

    assert fold(decomposed) == fold(text)
    assert exact_key(decomposed) == exact_key(text)
