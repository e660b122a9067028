"""One value of a row, as a dump writes it."""

from __future__ import annotations

import re

VALUE = re.compile(
    rb"""\s*+(?:
      (?:_[a-zA-Z0-9]++\s*+)?+(?:
        '(?P<text>(?:[^'\\]++|\\.|'')*+)'
      | "(?P<double>(?:[^"\\]++|\\.|"")*+)"
      )
    | (?:_[a-zA-Z0-9]++\s*+)?+0[xX](?P<hex>[0-9A-Fa-f]*+)
    | [xX]'(?P<hexed>[0-9A-Fa-f]*+)'
    | (?:[bB]'(?P<bits>[01]*+)')
    | (?P<number>[-+]?[0-9.]++(?:[eE][-+]?[0-9]++)?+)
    | (?P<word>[A-Za-z_][A-Za-z_0-9]*+(?:\(\))?+)
    )\s*+(?P<end>[,)])""",
    re.DOTALL | re.VERBOSE,
)
"""A value and the sign behind it; without the sign the value may go on beyond what was read."""

ESCAPED = re.compile(rb"\\(.)|''", re.DOTALL)
MEANT = {
    b"0": b"\0",
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"Z": b"\x1a",
}


def meant(found: re.Match[bytes]) -> bytes | int | float | None:
    """Return what a value means: bytes of a text, a number, or nothing."""
    if (text := found["text"]) is not None:
        return unescaped(text)
    if (number := found["number"]) is not None:
        return _number(number)
    if (word := found["word"]) is not None:
        return {b"NULL": None, b"TRUE": 1, b"FALSE": 0}.get(word.upper(), word)
    if (double := found["double"]) is not None:
        return unescaped(double.replace(b'""', b'"'))
    if (bits := found["bits"]) is not None:
        return int(bits or b"0", 2)
    digits = found["hex"] if found["hex"] is not None else found["hexed"]
    return bytes.fromhex((digits if len(digits) % 2 == 0 else b"0" + digits).decode())


def unescaped(text: bytes) -> bytes:
    """Return a text without the strokes and doubled quotes that a dump puts into it."""
    if b"\\" not in text and b"''" not in text:
        return text
    return ESCAPED.sub(_one, text)


def _one(found: re.Match[bytes]) -> bytes:
    letter = found[1]
    return b"'" if letter is None else MEANT.get(letter, letter)


def _number(digits: bytes) -> bytes | int | float:
    try:
        return int(digits)
    except ValueError:
        try:
            return float(digits)
        except ValueError:
            return digits
