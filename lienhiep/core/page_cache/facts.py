"""What a view knows of the page that it makes, and the layer in front of Django must know."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.http.response import HttpResponseBase

FACTS = "lienhiep.page_facts"
"""Under this name the facts lie in the request; where they are missing nothing is kept."""

KINDS = (
    "text/html",
    "text/plain",
    "text/xml",
    "text/calendar",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/manifest+json",
)
"""What is kept. Answers to scripts are not: what they tell is of this moment."""

FORBIDDING = ("private", "no-store", "no-cache", "max-age=0")
VARYING = {"", "cookie", "accept-encoding"}
"""On what a kept page may depend: it was made for somebody without any cookie."""


@dataclass(slots=True)
class Facts:
    """Filled in while a page is made."""

    valid_until: float
    """Seconds since 1970 from which on the page must be made anew."""

    page: int = 0
    """The number under which the page is counted; 0 where it has none of its own."""

    keep: bool = False
    """Whether the finished answer may be given to others."""


_now_made: ContextVar[Facts | None] = ContextVar("page_facts", default=None)


def begin(facts: Facts | None) -> None:
    """Let what is said from now on in this thread be about these facts."""
    _now_made.set(facts)


def valid_until(moment: datetime) -> None:
    """Say that the page being made is true only until then; the earliest moment counts.

    For views and blocks that show what begins or ends at a moment: the next go-live, an
    expiry, the end of a registration. Midnight in Vietnam need not be said: no page is kept
    beyond it.
    """
    facts = _now_made.get()
    if facts is not None:
        facts.valid_until = min(facts.valid_until, moment.timestamp())


def about_page(number: int) -> None:
    """Say under which number visits of the page being made are counted."""
    facts = _now_made.get()
    if facts is not None:
        facts.page = number


def is_keepable(response: HttpResponseBase) -> bool:
    """Return whether an answer made for nobody in particular may be given to others.

    Never one that is not 200, sets a cookie, is private, is sent piece by piece or is a file.
    """
    headers = response.headers
    said = headers.get("Cache-Control", "").lower()
    vary = {one.strip().lower() for one in headers.get("Vary", "").split(",")}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and headers.get("Content-Type", "").startswith(KINDS)
        and "Content-Encoding" not in headers
        and "Content-Disposition" not in headers
        and not any(word in said for word in FORBIDDING)
        and vary <= VARYING
    )
