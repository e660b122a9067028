"""The fonts that come with the pages: one foreign letter in a word looks broken."""

import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

STATIC = Path(__file__).resolve().parents[2] / "lienhiep" / "core" / "static" / "core"
FONTS = sorted((STATIC / "fonts").glob("*.woff2"))

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
CONSONANTS = "bcdđghklmnpqrstvxfjwz"
SIGNS = " 0123456789.,:;!?()[]/-–—…“”‘’«»%+×=<>&@#*•·°₫§"


def every_letter() -> set[str]:
    """Return each letter with each tone, small and capital, and the signs of our texts."""
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    small |= set(CONSONANTS)
    return small | {letter.upper() for letter in small} | set(SIGNS)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_every_vietnamese_letter_is_in_each_font(path):
    letters = TTFont(path).getBestCmap()

    assert {letter for letter in every_letter() if ord(letter) not in letters} == set()


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_digits_of_one_width_are_there_for_registers(path):
    font = TTFont(path)
    features = font["GSUB"].table.FeatureList.FeatureRecord
    lookups = font["GSUB"].table.LookupList.Lookup
    tabular = {
        name: other
        for record in features
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
        for table in lookups[index].SubTable
        for name, other in table.mapping.items()
    }
    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]

    widths = {font["hmtx"][tabular.get(digit, digit)][0] for digit in digits}

    assert len(widths) == 1


def test_every_face_that_the_pages_name_is_there_and_small():
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", (STATIC / "css/tokens.css").read_text()))

    assert named == {path.name for path in FONTS}
    assert sum(path.stat().st_size for path in FONTS) < 120_000


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_each_font_brings_its_licence(path):
    family = path.name.rsplit("-", 1)[0]

    assert "SIL Open Font License, Version 1.1" in (path.parent / f"{family}-OFL.txt").read_text()
