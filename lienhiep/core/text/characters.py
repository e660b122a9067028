"""What the modules of this package share about single characters."""

import unicodedata
from collections.abc import Callable

GRAVE, HOOK, TILDE, ACUTE, DOT_BELOW = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"

# The order of the tones in Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
TONES = ("", GRAVE, HOOK, TILDE, ACUTE, DOT_BELOW)

# Letters of other alphabets that stand for đ and Đ in texts typed on a foreign keyboard.
D_LOOKALIKES = {"ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ"}


class CharacterMap(dict[int, str]):
    """A table for str.translate that works each character out once and keeps it.

    That makes folding a lookup per character, several times faster than normalising.
    """

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        value = self[code] = self._rule(chr(code))
        return value


def with_tone(letter: str, tone: str) -> str:
    """Return a letter carrying a tone mark, as one composed character."""
    return unicodedata.normalize("NFC", letter + tone)
