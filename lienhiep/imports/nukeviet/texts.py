"""Texts as NukeViet stores them: escaped once, sometimes with marks, sometimes in an old font."""

from __future__ import annotations

import html
import re
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from lienhiep.core.text import clean, clean_lines
from lienhiep.core.text.legacy import ODD_LETTER, detect_legacy, repair

TAG = re.compile(r"<[^<>]*>")
BREAK = re.compile(r"<\s*(?:br|/p|/div|/li)\b[^>]*>", re.IGNORECASE)
BLIND = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
LATEST = 4_102_444_800
"""The year 2100: a time beyond it is none."""


class Fonts:
    """Finds texts in the one-byte fonts of the 1990s, and converts them where that is asked for."""

    def __init__(self, *, convert: bool) -> None:
        self.convert = convert
        self.found: Counter[str] = Counter()
        self.last = ""
        """The encoding of the text that was looked at last; empty for Unicode."""

    def right(self, text: str) -> str:
        """Return a text in Unicode, and note what it was in."""
        self.last = ""
        if not ODD_LETTER.search(text):
            return text
        found = detect_legacy(text)
        if found is None:
            return text
        self.last = found.encoding
        self.found[found.encoding] += 1
        return repair(text) if self.convert else text


def plain(value: Any) -> str:
    """Return a short text: its escapes decoded exactly once, marks off, one line."""
    if value is None:
        return ""
    return clean(html.unescape(without_marks(str(value))))


def lines(value: Any) -> str:
    """Return a text of several lines, decoded once; a break of HTML is a line's end."""
    if value is None:
        return ""
    text = BREAK.sub("\n", BLIND.sub("", str(value)))
    return clean_lines(html.unescape(without_marks(text)))


def without_marks(text: str) -> str:
    """Take real marks of HTML out of a text; escaped ones are words, and stay for decoding."""
    if "<" not in text:
        return text
    return TAG.sub("", BLIND.sub("", text))


def number(value: Any, otherwise: int = 0) -> int:
    """Return a whole number, whatever stands in the column."""
    if isinstance(value, int):
        return value
    try:
        return int(str(value).strip() or otherwise)
    except (TypeError, ValueError, OverflowError):
        try:
            return int(float(str(value)))
        except (TypeError, ValueError, OverflowError):
            return otherwise


def moment(value: Any) -> datetime | None:
    """Return the moment of Unix seconds; None where it is not set or cannot be."""
    seconds = number(value)
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < LATEST else None
