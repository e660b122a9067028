"""Keys that put Vietnamese text in alphabet order in any database.

A key is a row of pairs, each a digit and a letter ("2a"), so that every collation of every
database compares it alike: no two letters meet that some language sorts as one (ch, ll, aa),
and no two digits that could be read as a number.

Texts are compared as CLDR does it for Vietnamese: first the letters of the whole text
(a ă â b c d đ e ê ...), then its tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small
before capital letters. Some printed dictionaries compare syllable by syllable instead.
Punctuation counts as a space. Texts that differ in nothing else get the same key: add the
primary key of the row to make the order total.
"""

import unicodedata

from lienhiep.core.text.characters import D_LOOKALIKES, TONES, CharacterMap
from lienhiep.core.text.names import split_name

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
VOWELS = frozenset("aăâeêioôơuưy")


def sort_key(text: str, *, max_length: int | None = None) -> str:
    """Return the key of a title or a name of a thing; about 2.7 characters for each letter.

    A key cut to `max_length` still sorts by the beginning of the text.
    """
    words = _spaced(text)
    capitals = _packed(words.translate(_CAPITALS), base=2, per_pair=8)
    return _cut(_trimmed(*_letters_and_tones(words), capitals, between=_LEVEL), max_length)


def person_sort_key(
    full_name: str, *, given: str | None = None, max_length: int | None = None
) -> str:
    """Return the key that sorts people by given name, then family name, then middle names.

    All who are called Dung stand before all who are called Dũng. Case does not count.
    `given` overrides the rule that the last word is the given name, see `split_name`.
    """
    name = split_name(full_name, given=given)
    parts = (
        _trimmed(*_letters_and_tones(_spaced(part)), between=_LEVEL)
        for part in (name.given, name.family, name.middle)
    )
    return _cut(_trimmed(*parts, between=_PART), max_length)


def _letters_and_tones(words: str) -> tuple[str, str]:
    return words.translate(_LETTERS), _packed(words.translate(_TONES), base=6, per_pair=3)


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_SPACED).split())


def _pair(value: int) -> str:
    return f"{value // 26}{chr(ord('a') + value % 26)}"


def _packed(digits: str, *, base: int, per_pair: int) -> str:
    """Return digits of a small base as pairs, without the zeros at the end.

    Leaving those out is safe: where two keys come to this level, their letters are the
    same, so the digits stand for the same places.
    """
    digits = digits.rstrip("0")
    groups = (digits[at : at + per_pair] for at in range(0, len(digits), per_pair))
    return "".join(_pair(_LOWEST + int(group.ljust(per_pair, "0"), base)) for group in groups)


def _trimmed(*parts: str, between: str) -> str:
    """Return parts joined, without separators at the end; a separator is below any part."""
    key = between.join(parts)
    while key.endswith(between):
        key = key[: -len(between)]
    return key


def _cut(key: str, max_length: int | None) -> str:
    return key if max_length is None else key[: max_length - max_length % 2]


def _space_out(character: str) -> str:
    character = D_LOOKALIKES.get(character, character)
    if character.isalnum() or unicodedata.category(character) == "Mn":
        return character
    return "" if unicodedata.category(character) in {"Cf", "Cs"} else " "


def _letter_and_tone(character: str) -> tuple[str, str]:
    """Return the Vietnamese letters of a character and its tone mark, each may be empty."""
    marks = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", character).lower())
    tone = next((mark for mark in marks if mark in _TONE_MARKS), "")
    letters = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark != tone))
    if letters in _PLACES:
        return letters, tone
    bare = "".join(mark for mark in marks if unicodedata.category(mark) != "Mn")
    return bare, ""


def _letter_pairs(character: str) -> str:
    return "".join(_PLACES.get(part) or _elsewhere(part) for part in _letter_and_tone(character)[0])


def _elsewhere(character: str) -> str:
    """Return the pairs of a letter of another script: after z, in the order of Unicode."""
    code = ord(character)
    return _pair(_OTHER) + "".join(_pair(code // 260**power % 260) for power in (2, 1, 0))


def _tone_digit(character: str) -> str:
    letters, tone = _letter_and_tone(character)
    return str(TONES.index(tone)) if letters in VOWELS else ""


def _capital_digit(character: str) -> str:
    letters, _ = _letter_and_tone(character)
    return str(int(character != character.lower())) * len(letters)


_PART, _LEVEL, _LOWEST, _OTHER = _pair(0), _pair(1), 2, 259
_TONE_MARKS = frozenset(TONES[1:])
_PLACES = {letter: _pair(place) for place, letter in enumerate(f" 0123456789{ALPHABET}", start=26)}
_SPACED = CharacterMap(_space_out)
_LETTERS = CharacterMap(_letter_pairs)
_TONES = CharacterMap(_tone_digit)
_CAPITALS = CharacterMap(_capital_digit)
