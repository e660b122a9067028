"""What a request asks for, read from it without Django: which page, in which encoding."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

NUMBERED = ("trang", "page", "p")
"""Under these names lists are asked for a page further on."""

LONGEST_NUMBER = 6

DROPPED = ("utm_", "fbclid", "gclid", "zarsrc", "zalo", "mc_cid", "mc_eid", "_ga", "_gl", "igshid")
"""What other sites hang on to our addresses; it changes nothing."""

LONGEST_QUERY = 2000

NOT_PAGES = (
    "/quan-tri/",
    "/tai-khoan/",
    "/ban-lam-viec/",
    "/vao/",
    "/khoi-dau/",
    "/static/",
    "/media/",
    "/tep/",
    "/tai-lieu/",
    "/tim-kiem/",
)
"""Where people work, files, and what is asked in words: never kept."""


def known_query(query: str) -> str | None:
    """Return a query in its one form, or None where it asks for something of its own.

    Only the number of a list's page is kept. What other sites add falls away, so that it
    stands in no link of the page either.
    """
    if not query:
        return ""
    if len(query) > LONGEST_QUERY:
        return None
    kept: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name.startswith(DROPPED):
            continue
        is_number = value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER
        if name not in NUMBERED or name in kept or not is_number:
            return None
        kept[name] = value
    return urlencode(sorted(kept.items()))


@lru_cache(maxsize=512)
def encoding_for(accepted: str) -> str:
    """Return the best encoding that a browser takes: "br", "gzip", or "" for none.

    From the header `Accept-Encoding`; what is named with the weight 0 is refused.
    """
    weights: dict[str, float] = {}
    for one in accepted.lower().split(","):
        name, _, weight = one.partition(";")
        try:
            weights[name.strip()] = float(weight.partition("=")[2] or 1)
        except ValueError:
            weights[name.strip()] = 0.0
    for encoding in ("br", "gzip"):
        if weights.get(encoding, weights.get("*", 0.0)) > 0:
            return encoding
    return ""


def is_same(asked: str, tag: str) -> bool:
    """Return whether a browser that names these tags (`If-None-Match`) has the page already."""
    return tag in asked or asked.strip() == "*"
