"""Text typed with the one-byte fonts of the 1990s: TCVN3 (ABC, ".VnTime") and VNI.

Such text is stored as Western letters that only its font shows as Vietnamese: "ViÖt Nam".
It is recognised by the share of valid Vietnamese syllables before and after conversion, so
good Unicode is never converted. The name of the font, where a file keeps it, is the better
witness: then call `from_tcvn3` or `from_vni` for that run of text. Keep the original.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from lienhiep.core.text.characters import ACUTE, DOT_BELOW, GRAVE, HOOK, TILDE, with_tone
from lienhiep.core.text.syllables import has_only_consonants, is_syllable

LegacyEncoding = Literal["tcvn3", "vni"]
Converter = Callable[[str], str]

ODD_LETTER = re.compile(
    "[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db-\u00dc\u00de-\u00df"
    "\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb-\u00fc\u00fe-\u00ff]"
)
"""Western letters that no Vietnamese word has in Unicode; without one a text is in no old font."""

# Enough of a text to judge it; more words would only cost time.
JUDGED_WORDS = 4000
CONVINCING = 0.75
BETTER_BY = 0.25


class Detection(NamedTuple):
    """The encoding that a text seems to be in, and the share of syllables that agree."""

    encoding: LegacyEncoding
    confidence: float


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Return TCVN3 text in Unicode.

    Capitals with a tone do not exist there: a font such as .VnTimeH shows small letters as
    capitals. Say `capitals=True` for a run of text in such a font.
    """
    converted = text.translate(_TCVN3)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """Return VNI text in Unicode."""
    return _VNI_SIGNS.sub(lambda found: _VNI[found.group()], text)


def detect_legacy(text: str, *, leaning: LegacyEncoding | None = None) -> Detection | None:
    """Return the legacy encoding of a text, or None for Unicode and for other languages.

    A few short words may be Vietnamese in both encodings: then the answer is the one that
    the caller is `leaning` to, if any.
    """
    as_it_is = syllable_share(text)
    if as_it_is is None or as_it_is >= CONVINCING:
        return None
    shares = {name: syllable_share(text, convert) or 0.0 for name, convert in _CONVERTERS.items()}
    highest = max(shares.values())
    if highest < CONVINCING or highest < as_it_is + BETTER_BY:
        return None
    best = [name for name, share in shares.items() if share == highest]
    if len(best) == 1:
        return Detection(best[0], highest)
    return Detection(leaning, highest) if leaning in best else None


def from_legacy(text: str, encoding: LegacyEncoding) -> str:
    """Return text of a known legacy encoding in Unicode."""
    return _CONVERTERS[encoding](text)


def repair(text: str) -> str:
    """Return a text with those of its lines converted that are in a legacy encoding.

    Each line is judged alone, because documents mix fonts; the whole text decides where a
    line leaves two possibilities. Show the result to a person before it replaces anything.
    """
    whole = detect_legacy(text)
    leaning = whole.encoding if whole else None
    return "".join(_repaired(line, leaning) for line in text.splitlines(keepends=True))


def syllable_share(text: str, convert: Converter | None = None) -> float | None:
    """Return the share of Vietnamese syllables among the words with letters beyond ASCII.

    With `convert` the words are judged after conversion. None where there are no such
    words, so nothing can be said.
    """
    valid = judged = 0
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii() or not (word := word.strip(_QUOTES)):
            continue
        meant = (convert(word) if convert else word).strip(_QUOTES)
        if has_only_consonants(meant):
            continue
        judged += 1
        valid += is_syllable(meant)
        if judged == JUDGED_WORDS:
            break
    return valid / judged if judged else None


def _repaired(line: str, leaning: LegacyEncoding | None) -> str:
    found = detect_legacy(line, leaning=leaning)
    return from_legacy(line, found.encoding) if found else line


def _tcvn3_table() -> Iterator[tuple[int, str]]:
    codes = (
        "àb5ảb6ãb7áb8ạb9ăa8ằbbẳbcẵbdắbeặc6âa9ầc7ẩc8ẫc9ấcaậcbèccẻceẽcféd0ẹd1êaaềd2ểd3ễd4ếd5ệd6"
        "ìd7ỉd8ĩdcíddịdeòdfỏe1õe2óe3ọe4ôabồe5ổe6ỗe7ốe8ộe9ơacờeaởebỡecớedợeeùefủf1ũf2úf3ụf4"
        "ưadừf5ửf6ữf7ứf8ựf9ỳfaỷfbỹfcýfdỵfeđaeĂa1Âa2Êa3Ôa4Ơa5Ưa6Đa7"
    )
    for at in range(0, len(codes), 3):
        yield int(codes[at + 1 : at + 3], 16), codes[at]


def _vni_pairs() -> Iterator[tuple[str, str]]:
    """Yield what VNI writes and the letter meant: a vowel, then one sign for its marks."""
    plain_signs = dict(zip((ACUTE, GRAVE, HOOK, TILDE, DOT_BELOW), "ùøûõï", strict=True))
    circumflex = dict(zip(("", ACUTE, GRAVE, HOOK, TILDE, DOT_BELOW), "âáàåãä", strict=True))
    breve = dict(zip(("", ACUTE, GRAVE, HOOK, TILDE, DOT_BELOW), "êéèúüë", strict=True))
    marked = [(vowel, vowel, plain_signs) for vowel in "aeouy"]
    marked += [("ô", "ơ", plain_signs), ("ö", "ư", plain_signs)]
    marked += [("a", "â", circumflex), ("e", "ê", circumflex), ("o", "ô", circumflex)]
    marked += [("a", "ă", breve)]
    for written, meant, signs in marked:
        for tone, sign in signs.items():
            letter = with_tone(meant, tone)
            yield written + sign, letter
            yield written.upper() + sign, letter.upper()
            yield written.upper() + sign.upper(), letter.upper()
    for written, meant in zip("ñôöòæóî", "đơưịỉĩỵ", strict=True):
        yield written, meant
        yield written.upper(), meant.upper()


_CONVERTERS: dict[LegacyEncoding, Converter] = {"tcvn3": from_tcvn3, "vni": from_vni}
_TCVN3 = dict(_tcvn3_table())
_VNI = dict(_vni_pairs())
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~0-9]+")
_QUOTES = "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\ufeff"
