"""Whether bytes are a whole PDF."""

from __future__ import annotations

import re
from typing import BinaryIO

from lienhiep.core.files.refusals import cut_off, not_what_it_says

HEAD, TAIL = 1024, 4096

_LINEAR = re.compile(rb"/Linearized\b.{0,300}?/L\s+(\d+)", re.DOTALL)
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")


def check_pdf(stream: BinaryIO, size: int) -> str:
    """Refuse what is no PDF, and one of which the end is missing.

    A PDF ends with the place of its table of contents and %%EOF. One made for the web says
    at its beginning how long it is, and has such an end near its beginning too, with the
    place 0; so a broken-off one is told by both.
    """
    stream.seek(0)
    head = stream.read(HEAD)
    if b"%PDF-" not in head:
        raise not_what_it_says(stream)
    if (linear := _LINEAR.search(head)) and int(linear.group(1)) > size:
        raise cut_off()
    stream.seek(max(0, size - TAIL))
    ends = _START.findall(stream.read())
    if not ends or not 0 < int(ends[-1]) < size:
        raise cut_off()
    return ""
