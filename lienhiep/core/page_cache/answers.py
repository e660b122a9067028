"""A page ready to be sent: its bytes in each encoding, and the headers that go with them."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field

import brotli

Headers = list[tuple[str, str]]

GZIP_LEVEL = 6
BROTLI_QUALITY = 5
"""Under a millisecond for a page; 11 saves a tenth more and takes thirty times as long."""

SMALLEST = 512
"""Bytes below which compressing saves less than its headers cost."""

OURS = {
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "date",
    "etag",
    "last-modified",
    "set-cookie",
    "vary",
}
"""Headers of which the layer has the say."""

GO_ON_ASKING = ("Cache-Control", "no-cache")
"""Browsers and proxies may keep a page, and ask each time whether it still stands."""

NOT_WITH_304 = {"content-type", "content-language"}
"""What says nothing where no page follows."""


@dataclass(slots=True)
class Answer:
    """A page in one encoding."""

    headers: Headers
    body: bytes


@dataclass(slots=True)
class Entry:
    """A page that is kept."""

    generation: bytes
    """The generation under which its making began."""

    made_at: float
    valid_until: float
    """Both in seconds since 1970."""

    tag: str
    """What `ETag` says, with its quotation marks: the same bytes have the same."""

    answers: dict[str, Answer]
    """By encoding; "" is the page as it is."""

    not_modified: Headers
    size: int
    page: int = 0
    """The number under which it is counted, 0 where it has none of its own."""

    is_page: bool = True
    """Whether asking for it may be a visit: a page, no feed."""

    plain_headers: Headers = field(default_factory=list)
    """What Django said beside what the layer says itself."""


def made_entry(
    *,
    headers: Headers,
    body: bytes,
    generation: bytes,
    made_at: float,
    valid_until: float,
    page: int = 0,
) -> Entry:
    """Return a page ready to be sent, compressed once."""
    kept = [(name, value) for name, value in headers if name.lower() not in OURS]
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    common = [*kept, ("ETag", f"W/{tag}"), GO_ON_ASKING, ("Vary", "Accept-Encoding")]
    bodies = {"": body}
    if len(body) >= SMALLEST:
        bodies["gzip"] = gzip.compress(body, GZIP_LEVEL, mtime=0)
        bodies["br"] = brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
    answers = {}
    for encoding, data in bodies.items():
        own = [*common, ("Content-Length", str(len(data)))]
        if encoding:
            own.append(("Content-Encoding", encoding))
        answers[encoding] = Answer(own, data)
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    return Entry(
        generation=generation,
        made_at=made_at,
        valid_until=valid_until,
        tag=tag,
        answers=answers,
        not_modified=[pair for pair in common if pair[0].lower() not in NOT_WITH_304],
        size=sum(len(data) for data in bodies.values()) + 2000,
        page=page,
        is_page=kind.startswith("text/html"),
        plain_headers=kept,
    )
