import random
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.text import person_sort_key, sort_key

VIETNAMESE = "aàảãáạăằâầbcdđeêghiklmnoôơpqrstuưvxyỹAĐÂ 059"

# The order that ICU gives for Vietnamese.
IN_ORDER = [
    ["Dung", "Duyên", "Dương", "Đào", "Đặng", "Đức"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "mam"],
    ["Hà An", "Hạ An", "Hà Nam"],
    list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
    ["1", "10", "2", "an"],
    ["ma", "Ma", "MA", "mà", "Mà"],
    ["An", "An Giang", "Anh"],
    ["z", "Ω", "я"],
]


@pytest.mark.parametrize("words", IN_ORDER)
def test_sort_key_follows_the_vietnamese_alphabet(words):
    shuffled = random.Random(2022).sample(words, len(words))

    assert sorted(shuffled, key=sort_key) == words


def test_sort_key_does_not_depend_on_composition_or_punctuation():
    key = sort_key("Liên hiệp Hội Nghệ An")

    assert sort_key(unicodedata.normalize("NFD", "Liên hiệp Hội Nghệ An")) == key
    assert sort_key(" Liên hiệp Hội – “Nghệ An” ") == key


def test_sort_key_orders_rows_in_the_database_by_its_plain_comparison():
    words = IN_ORDER[0]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE word (text, sort_key)")
    database.executemany(
        "INSERT INTO word VALUES (?, ?)", [(word, sort_key(word)) for word in reversed(words)]
    )

    rows = database.execute("SELECT text FROM word ORDER BY sort_key").fetchall()
    database.close()

    assert [text for (text,) in rows] == words


def test_sort_key_cut_short_is_the_beginning_of_the_whole_key():
    whole = sort_key("Liên hiệp các Hội Khoa học và Kỹ thuật")

    assert sort_key("Liên hiệp các Hội Khoa học và Kỹ thuật", max_length=21) == whole[:20]


def test_people_sort_by_given_name_then_family_then_middle():
    people = [
        "Trần Văn Bình",
        "Nguyễn Thị Dung",
        "Trần Anh Dung",
        "An Dũng",
        "Đậu Quang Đức",
        "Nguyễn Quốc Hồng",
        "Phạm Thị Hồng",
        "Phạm Văn Hồng",
    ]
    shuffled = random.Random(2022).sample(people, len(people))

    assert sorted(shuffled, key=person_sort_key) == people


def test_people_sort_alike_in_capitals():
    assert person_sort_key("NGUYỄN VĂN AN") == person_sort_key("Nguyễn Văn An")


def test_people_sort_by_the_given_name_that_was_stated():
    stated = person_sort_key("John Smith", given="John")

    assert person_sort_key("Hồng") < stated < person_sort_key("Khoa")


@given(st.text())
def test_sort_key_is_pairs_of_a_digit_and_a_letter(text):
    key = sort_key(text)

    assert len(key) % 2 == 0
    assert all(first in "0123456789" for first in key[0::2])
    assert all("a" <= second <= "z" for second in key[1::2])


@given(st.text(alphabet=VIETNAMESE), st.text(alphabet=VIETNAMESE))
def test_sort_key_agrees_with_comparing_level_by_level(one, other):
    expected = _levels(one) < _levels(other)

    assert (sort_key(one) < sort_key(other)) == expected


@given(st.text(alphabet=VIETNAMESE), st.text(alphabet=VIETNAMESE))
def test_sort_key_is_equal_only_for_the_same_words(one, other):
    same_words = " ".join(one.split()) == " ".join(other.split())

    assert (sort_key(one) == sort_key(other)) == same_words


def _levels(text):
    """The comparison as CLDR describes it: all letters, then all tones, then all capitals."""
    letters, tones, capitals = [], [], []
    for character in " ".join(text.split()):
        decomposed = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in decomposed if mark in "̣̀̉̃́"), "")
        letter = unicodedata.normalize("NFC", decomposed.replace(tone, "")).lower()
        letters.append(" 0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".index(letter))
        tones.append(["", "̀", "̉", "̃", "́", "̣"].index(tone))
        capitals.append(character != character.lower())
    return letters, tones, capitals
