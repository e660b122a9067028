"""Bytes of a dump as letters: the right ones, also where a dump says the wrong thing."""

from __future__ import annotations

import re

WESTERN = frozenset({"latin1", "cp1252"})
LIKE_UTF8 = frozenset({"utf8", "utf8mb3", "utf8mb4", "binary", "ascii", ""})
TWICE = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|á[º»]|Ä[‘ƒ\u0090\u0091]|Æ[°¡ ]|â€")
"""What Vietnamese written as UTF-8 looks like when it was taken for Western letters."""

_HOLES = {"\x81": 0x81, "\x8d": 0x8D, "\x8f": 0x8F, "\x90": 0x90, "\x9d": 0x9D}


def letters(data: bytes, charset: str) -> tuple[str, bool]:
    """Return a text, and whether its letters had to be mended.

    UTF-8 is tried first, whatever is said: it proves itself. MySQL's latin1 is Windows-1252
    with its five holes filled.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _not_utf8(data, charset)
    if not text.isascii() and TWICE.search(text):
        return untwisted(text)
    return text, False


def untwisted(text: str) -> tuple[str, bool]:
    """Undo, up to twice, that UTF-8 was taken for Western letters and written as UTF-8 again."""
    mended = False
    for _turn in range(2):
        if not TWICE.search(text):
            break
        data = _as_western(text)
        if data is None or (once := _decoded(data)) is None:
            break
        text, mended = once, True
    return text, mended


def _decoded(data: bytes) -> str | None:
    """Return UTF-8 as text; a letter cut in two at the end of a column is let go."""
    for cut in range(4):
        try:
            return data[: len(data) - cut].decode()
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                return None
    return None


def _not_utf8(data: bytes, charset: str) -> tuple[str, bool]:
    """Return a text that is either Western, or UTF-8 with a few broken letters."""
    if charset not in WESTERN:
        text = data.decode("utf-8", "replace")
        beyond = sum(not letter.isascii() for letter in text)
        if text.count("\ufffd") * 5 <= beyond:
            return text.replace("\ufffd", ""), True
    return "".join(_western(data)), charset not in WESTERN


def _as_western(text: str) -> bytes | None:
    out = bytearray()
    for letter in text:
        try:
            out += letter.encode("cp1252")
        except UnicodeEncodeError:
            if ord(letter) < 256:
                out.append(ord(letter))
            else:
                return None
    return bytes(out)


def _western(data: bytes) -> list[str]:
    return [chr(one) if chr(one) in _HOLES else bytes([one]).decode("cp1252") for one in data]
