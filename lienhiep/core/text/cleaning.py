"""Text as it should be stored: composed, in the right letters, without hidden characters."""

import re
import unicodedata

from lienhiep.core.text.characters import D_LOOKALIKES, CharacterMap


def clean(text: str) -> str:
    """Return one line of text in NFC, each run of white space made one space.

    Foreign look-alikes of đ become đ, full-width characters ordinary ones, Cyrillic and
    Greek letters inside a Latin word the Latin letters they look like; zero-width and
    control characters go. Convert text in old one-byte fonts before (see `legacy`): there
    the soft hyphen stands for ư.
    """
    return " ".join(_right_letters(text).split())


def clean_lines(text: str) -> str:
    """Return text cleaned line by line, with at most one empty line between paragraphs."""
    lines = (" ".join(line.split()) for line in _right_letters(text).splitlines())
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def cut(text: str, most: int) -> tuple[str, bool]:
    """Return a text of at most so many letters, cut between words, and whether it was cut."""
    if len(text) <= most:
        return text, False
    short = text[: most - 1]
    whole, space, _rest = short.rpartition(" ")
    return (whole if space and len(whole) > most // 2 else short).rstrip(" ,;:-") + "…", True


def _right_letters(text: str) -> str:
    text = unicodedata.normalize("NFC", text.translate(_LETTERS))
    if _FOREIGN.search(text):
        text = unicodedata.normalize("NFC", _WORD.sub(_latin_word, text))
    return text


def _letter(character: str) -> str:
    if character in D_LOOKALIKES:
        return D_LOOKALIKES[character]
    if character in "\t\n\r":
        return character
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    match unicodedata.category(character):
        # Direction marks, zero-width characters and halves of characters only do harm.
        case "Cf" | "Cs":
            return ""
        case "Cc":
            return " " if character.isspace() else ""
    return character


def _latin_word(found: re.Match[str]) -> str:
    """Return a word in Latin letters if it mixes them with look-alikes, else as it is."""
    word = found.group()
    if not _LATIN.search(word):
        return word
    latin = word.translate(_FOREIGN_LOOKALIKES)
    return word if _FOREIGN.search(latin) else latin


_LETTERS = CharacterMap(_letter)
_EMPTY_LINES = re.compile(r"\n{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_FOREIGN_LOOKALIKES = str.maketrans(
    "авеорсухіАВЕКМНОРСТУХІΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "aBeopcyxiABEKMHOPCTYXIABEZHIKMNOPTYXo",
)
