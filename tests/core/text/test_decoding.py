import unicodedata

import pytest

from lienhiep.core.text import UnknownEncoding, decode_bytes
from tests.core.text.test_legacy import TCVN3, UNICODE, VNI

TONES = "\u0300\u0301\u0303\u0309\u0323"


def as_windows_1258(text):
    """Write text as that code page has it: a letter such as ê, then its tone apart."""
    written = ""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in TONES)
        bare = "".join(mark for mark in marks if mark not in TONES)
        written += unicodedata.normalize("NFC", bare) + tones
    return written.encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (UNICODE.encode(), "utf-8"),
        (UNICODE.encode("utf-8-sig"), "utf-8"),
        (unicodedata.normalize("NFD", UNICODE).encode(), "utf-8"),
        (b"\xff\xfe" + UNICODE.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + UNICODE.encode("utf-16-be"), "utf-16-be"),
        (UNICODE.encode("utf-16-le"), "utf-16-le"),
        (UNICODE.encode("utf-16-be"), "utf-16-be"),
        (as_windows_1258(UNICODE), "windows-1258"),
        (TCVN3.encode("latin-1"), "tcvn3"),
        (VNI.encode("latin-1"), "vni"),
    ],
)
def test_decode_bytes_recognises_the_encoding(data, encoding):
    assert decode_bytes(data) == (UNICODE, encoding, 1.0)


def test_decode_bytes_reads_plain_ascii_and_nothing():
    assert decode_bytes(b"STT,Ho ten\r\n").text == "STT,Ho ten\r\n"
    assert decode_bytes(b"").text == ""


def test_decode_bytes_leaves_old_fonts_inside_unicode_to_a_person():
    assert decode_bytes(TCVN3.encode()).text == TCVN3


@pytest.mark.parametrize(
    "data",
    [
        "déjà vu, café, naïve".encode("latin-1"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        b"%PDF\x01\x02",
        UNICODE.encode()[:-20] + b"\xff\xfe\xfd" * 20,
        UNICODE.encode("utf-32-le"),
    ],
)
def test_decode_bytes_refuses_what_it_cannot_read(data):
    with pytest.raises(UnknownEncoding):
        decode_bytes(data)


@pytest.mark.parametrize(
    "data", ["Liên hiệp".encode()[:-2], b"\xff\xfe" + UNICODE.encode("utf-16-le")[:-1]]
)
def test_decode_bytes_says_when_a_file_is_cut_off(data):
    with pytest.raises(UnicodeError, match=r"cut off|cắt ngang"):
        decode_bytes(data)
