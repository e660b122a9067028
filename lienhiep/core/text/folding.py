"""Keys under which a text is found, whatever way its letters were typed.

Fold the question with the same function as the text.
"""

import unicodedata
from functools import lru_cache

from lienhiep.core.text.characters import D_LOOKALIKES, TONES, CharacterMap, with_tone
from lienhiep.core.text.tones import place_tone

# After these consonants both spellings of a bare final i are in dictionaries (kỹ/kĩ, lý/lí,
# mỹ/mĩ, tỷ/tỉ, sỹ/sĩ, hy/hi), and quy is still often written qui. Others (Vy, Thy, Duy) are
# mostly proper names, which keep the letter their owner chose.
I_OR_Y_ONSETS = ("h", "k", "l", "m", "s", "t", "qu")


def fold(text: str) -> str:
    """Return the search key of a text: lower case, no marks, words parted by one space.

    "Nghệ An" becomes "nghe an", "Điện" becomes "dien", "Kỹ thuật" and "Kĩ thuật" both
    "ki thuat". Old and new tone placement fold alike, because the marks are gone. Whoever
    searches by the first letters of a word should know that quy is kept as "qui".
    """
    words = text.translate(_FOLDED).split()
    return " ".join([_I_FOR_Y.get(word, word) for word in words])


def exact_key(text: str) -> str:
    """Return a key that keeps the marks, so that "mã" can outrank "ma" and "má".

    Case, punctuation, tone placement and the i/y that `fold` makes equal do not count.
    """
    words = unicodedata.normalize("NFC", text).translate(_KEPT).split()
    return " ".join([_exact_word(word) for word in words])


@lru_cache(maxsize=20_000)
def _exact_word(word: str) -> str:
    """Return the key of one word; the words of a language are few, and come again and again."""
    placed = place_tone(unicodedata.normalize("NFC", word))
    return _MARKED_I_FOR_Y.get(placed, placed)


def without_marks(text: str) -> str:
    """Return the words of a text in lower case and without marks, i and y as they are."""
    return " ".join(text.translate(_FOLDED).split())


def _fold_character(character: str) -> str:
    character = D_LOOKALIKES.get(character, character)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(_UNDECOMPOSED.get(part) or _part(part, marks="") for part in folded)


def _keep_character(character: str) -> str:
    character = D_LOOKALIKES.get(character, character).lower()
    return "".join(_part(part, marks=part) for part in character)


def _part(character: str, *, marks: str) -> str:
    """Return a letter or digit as it is, for a mark what is said, for other signs a space."""
    if character.isalnum():
        return character
    match unicodedata.category(character):
        case "Mn" | "Me":
            return marks
        case "Cf" | "Cs":
            return ""
    return " "


# Letters with a stroke or joined: Unicode has no decomposition for them.
_UNDECOMPOSED = {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"}
_FOLDED = CharacterMap(_fold_character)
_KEPT = CharacterMap(_keep_character)
_I_FOR_Y = {f"{onset}y": f"{onset}i" for onset in I_OR_Y_ONSETS}
_MARKED_I_FOR_Y = {
    f"{onset}{with_tone('y', tone)}": f"{onset}{with_tone('i', tone)}"
    for onset in I_OR_Y_ONSETS
    for tone in TONES
}
