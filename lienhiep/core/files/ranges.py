"""A part of a file, as players of films and sounds ask for it (RFC 9110, section 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

BLOCK = 256 * 1024
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@dataclass(frozen=True)
class Span:
    """The first and the last byte of a part; the last before the first where there is none."""

    first: int
    last: int
    size: int
    """Of the whole file."""

    @property
    def length(self) -> int:
        """How many bytes; none for a part that does not exist."""
        return self.last - self.first + 1

    @property
    def header(self) -> str:
        """What `Content-Range` says."""
        return f"bytes {self.first}-{self.last}/{self.size}"

    @property
    def refusal(self) -> str:
        """What `Content-Range` says where the part does not exist."""
        return f"bytes */{self.size}"


def span_asked_for(request: HttpRequest, *, size: int, etag: str) -> Span | None:
    """Return which part of a file is asked for, None where it is the whole.

    Without parts iPhones and iPads play neither films nor sounds.
    """
    asked = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = asked.groups()
    if not first:
        length = min(int(last or 0), size)
        return Span(size - length, size - 1, size)
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    return Span(start, max(end, start - 1), size) if start < size else Span(start, start - 1, size)


def no_such_part(span: Span) -> HttpResponse:
    """Refuse a part that does not exist."""
    refused = HttpResponse(status=416)
    refused.headers["Content-Range"] = span.refusal
    return refused


class Part:
    """Some bytes of a stream, read as they are sent, and closed also when the sending stops."""

    def __init__(self, stream: Any, span: Span) -> None:
        self.stream = stream
        self.stream.seek(span.first)
        self.left = span.length

    def __iter__(self) -> Iterator[bytes]:
        while self.left > 0 and (block := self.stream.read(min(BLOCK, self.left))):
            self.left -= len(block)
            yield block

    def close(self) -> None:
        """Close the file; called by the answer."""
        self.stream.close()
