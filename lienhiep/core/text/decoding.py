"""Bytes of an uploaded text file into Unicode, whatever program wrote them."""

import codecs
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from lienhiep.core.text.legacy import CONVINCING, from_tcvn3, from_vni, syllable_share


class Decoded(NamedTuple):
    """A text in NFC, the encoding it was in, and how sure that is, from 0 to 1."""

    text: str
    encoding: str
    confidence: float


class UnknownEncoding(UnicodeError):
    """The bytes are not readable as text; the message may be shown to a person."""


def decode_bytes(data: bytes) -> Decoded:
    """Return the text of a file in UTF-8, UTF-16, windows-1258, TCVN3 or VNI.

    UTF-8 and UTF-16 are proven by their form. One-byte encodings are told apart by the
    share of valid Vietnamese syllables. A Unicode file whose *text* is in an old font
    is returned as it is: see `legacy.repair`. Raises UnknownEncoding, a UnicodeError.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _proven(data[len(mark) :], encoding)
    if b"\0" in data:
        return _unmarked_utf_16(data)
    try:
        return _readable(data.decode(), "utf-8", 1.0)
    except UnicodeDecodeError as error:
        if _is_cut_off(error):
            raise UnknownEncoding(_cut_off()) from error
    return _one_byte(data)


def _proven(data: bytes, encoding: str) -> Decoded:
    try:
        return _readable(data.decode(encoding), encoding, 1.0)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(_cut_off()) from error


def _unmarked_utf_16(data: bytes) -> Decoded:
    """Tell the byte order by which half of each unit is more often zero.

    Vietnamese text is mostly Latin letters and spaces, whose upper byte is zero.
    """
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 or min(even, odd) * 10 > max(even, odd) or max(even, odd) * 5 < len(data) / 2:
        raise UnknownEncoding(_not_text())
    return _proven(data, "utf-16-be" if even > odd else "utf-16-le")


def _one_byte(data: bytes) -> Decoded:
    best = max(_candidates(data), key=lambda candidate: candidate.confidence)
    if best.confidence < CONVINCING:
        raise UnknownEncoding(
            _(
                "The encoding of the text was not recognised. Save the file as Unicode (UTF-8) "
                "and send it again."
            )
        )
    return _readable(*best)


def _candidates(data: bytes) -> Iterator[Decoded]:
    western = _western(data)
    vietnamese = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    yield Decoded(vietnamese, "windows-1258", syllable_share(vietnamese) or 0.0)
    yield Decoded(from_tcvn3(western), "tcvn3", syllable_share(western, from_tcvn3) or 0.0)
    yield Decoded(from_vni(western), "vni", syllable_share(western, from_vni) or 0.0)


def _western(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _readable(text: str, encoding: str, confidence: float) -> Decoded:
    """Return decoded text in NFC; control characters mean that the file is no text."""
    if any(character in text for character in _CONTROLS):
        raise UnknownEncoding(_not_text())
    return Decoded(unicodedata.normalize("NFC", text), encoding, round(confidence, 3))


def _is_cut_off(error: UnicodeDecodeError) -> bool:
    """Return whether only the last letter is broken, after other letters beyond ASCII."""
    read = error.object[: error.start]
    return error.reason == "unexpected end of data" and not read.isascii()


def _cut_off() -> str:
    return _("The file is cut off in the middle of a letter. Send the whole file again.")


def _not_text() -> str:
    return _("The file is not a text file.")


# The mark of little-endian UTF-32 begins like that of UTF-16, so it is tried before.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n\r\f\x1a\x0b"]
