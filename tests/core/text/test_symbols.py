import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.text import InvalidSymbol, Symbol, parse_symbol, symbol_key, symbol_keys

SAMPLES = [
    ("15/LHH-VP", Symbol(15, notation="LHH-VP", body="LHH", unit="VP")),
    ("15a/LHH-VP", Symbol(15, "a", notation="LHH-VP", body="LHH", unit="VP")),
    ("229/LHHVN", Symbol(229, notation="LHHVN", body="LHHVN")),
    ("4274/UBND-KTN", Symbol(4274, notation="UBND-KTN", body="UBND", unit="KTN")),
    ("02/CV", Symbol(2, notation="CV", kind="CV")),
    ("15/BC-LHH", Symbol(15, notation="BC-LHH", kind="BC", body="LHH")),
    ("232/QĐ-LHH", Symbol(232, notation="QĐ-LHH", kind="QĐ", body="LHH")),
    ("590/QĐ-UBND", Symbol(590, notation="QĐ-UBND", kind="QĐ", body="UBND")),
    ("01/QĐ-BTCHT", Symbol(1, notation="QĐ-BTCHT", kind="QĐ", body="BTCHT")),
    ("12/TTr-LHH", Symbol(12, notation="TTr-LHH", kind="TTr", body="LHH")),
    ("10/2016/TT-BTTTT", Symbol(10, "", 2016, "TT-BTTTT", "TT", "BTTTT")),
    ("28/2018/QĐ-TTg", Symbol(28, "", 2018, "QĐ-TTg", "QĐ", "TTg")),
    ("91/2025/QH15", Symbol(91, "", 2025, "QH15", "", "QH15")),
    ("1678/NQ-UBTVQH15", Symbol(1678, notation="NQ-UBTVQH15", kind="NQ", body="UBTVQH15")),
    ("20-NQ/TW", Symbol(20, notation="NQ/TW", kind="NQ", body="TW", is_party=True)),
    ("06-NQ/TU", Symbol(6, notation="NQ/TU", kind="NQ", body="TU", is_party=True)),
    ("15-CV/BTGDVTU", Symbol(15, notation="CV/BTGDVTU", kind="CV", body="BTGDVTU", is_party=True)),
    ("590", Symbol(590)),
]


@pytest.mark.parametrize(("text", "symbol"), SAMPLES)
def test_parse_symbol_takes_real_symbols_apart_and_writes_them_again(text, symbol):
    assert parse_symbol(text) == symbol
    assert str(symbol) == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Số: 15/BC-LHH", "15/BC-LHH"),
        ("Số 06-NQ/TU", "06-NQ/TU"),
        ("6-NQ/TU", "06-NQ/TU"),
        ("590 / QĐ – UBND", "590/QĐ-UBND"),
        ("590／QĐ－UBND", "590/QĐ-UBND"),
        ("590\u2215QÐ\u2011UBND", "590/QĐ-UBND"),
        ("590/qđ-ubnd", "590/QĐ-UBND"),
        ("12/ttr-lhh", "12/TTr-LHH"),
        ("28/2018/qđ-ttg", "28/2018/QĐ-TTg"),
        ("15-QĐ-UBND", "15/QĐ-UBND"),
        ("0015/LHH", "15/LHH"),
    ],
)
def test_parse_symbol_accepts_what_people_type(typed, written):
    assert str(parse_symbol(typed)) == written


@pytest.mark.parametrize("text", ["", "QĐ-UBND", "10/2016", "15/", "15//LHH", "1234567/LHH", "a/b"])
def test_parse_symbol_refuses_what_is_no_symbol(text):
    with pytest.raises(InvalidSymbol):
        parse_symbol(text)


def test_parse_symbol_follows_the_kinds_given():
    assert parse_symbol("15/CK-LHH").kind == ""
    assert parse_symbol("15/CK-LHH", kinds=["CK"]).kind == "CK"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("590/QĐ-UBND", ("590", "590qdubnd")),
        ("06-NQ/TU", ("6", "6nqtu", "06", "06nqtu")),
        ("15a/LHH-VP", ("15", "15a", "15alhhvp")),
        ("10/2016/TT-BTTTT", ("10", "10ttbtttt", "102016", "102016ttbtttt")),
        ("QĐ-UBND", ("qdubnd",)),
        ("", ()),
    ],
)
def test_symbol_keys_are_all_the_ways_a_document_is_asked_for(text, keys):
    assert symbol_keys(text) == keys


@pytest.mark.parametrize("question", ["590", "590qdubnd", "590/qd-ubnd", "590/QĐ-UBND", "số 590"])
def test_symbol_keys_answer_every_question(question):
    assert symbol_key(question) in symbol_keys("590/QĐ-UBND")


@given(
    st.integers(min_value=0, max_value=999999),
    st.sampled_from(["", "a", "b"]),
    st.sampled_from([None, 1998, 2022]),
    st.sampled_from(["QĐ-UBND", "LHH-VP", "TTr-LHH", "QH15"]),
)
def test_parse_symbol_reads_what_symbols_write(number, suffix, year, notation):
    year_part = f"{year}/" if year else ""
    symbol = parse_symbol(f"{number:02d}{suffix}/{year_part}{notation}")

    assert (symbol.number, symbol.suffix, symbol.year) == (number, suffix, year)
    assert parse_symbol(str(symbol)) == symbol
