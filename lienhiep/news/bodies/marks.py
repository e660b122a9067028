"""The marks of HTML, and what each of them means for us."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qs, urlsplit

from lienhiep.core.text.legacy import (
    LegacyEncoding,
    detect_legacy,
    from_legacy,
    from_tcvn3,
    from_vni,
)

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "header",
        "html",
        "legend",
        "main",
        "menu",
        "nav",
        "p",
        "pre",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
UNSEEN = frozenset(
    [
        "applet",
        "base",
        "button",
        "canvas",
        "frame",
        "frameset",
        "head",
        "input",
        "link",
        "math",
        "meta",
        "noframes",
        "noscript",
        "option",
        "param",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
    ]
)
ACTIVE = frozenset({"script", "applet", "svg", "frame", "frameset"})
FRAMES = frozenset({"iframe", "embed", "object", "video", "audio"})
KEPT_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup", "sub": "sub"}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
HALVES = re.compile("[\ud800-\udfff]")
WHITE = re.compile(r"[\s\u00a0]+")
SCHEME = re.compile(r"^[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-]*)[\s\x00-\x20]*:")
SAFE = frozenset({"http", "https", "mailto", "tel"})
LEGACY_FACE = re.compile(r"(\.vn\w*|vni[-\w ]*)", re.IGNORECASE)
YOUTUBE = re.compile(r"^/(?:embed/|v/|shorts/)?([\w-]{6,20})")


def composed(text: str) -> str:
    """Return text in composed letters, without what cannot be seen."""
    return unicodedata.normalize("NFC", CONTROL.sub("", HALVES.sub("", text)))


def squeezed(text: str) -> str:
    """Return text with each run of white space made one space."""
    return WHITE.sub(" ", composed(text))


def safe_address(address: str) -> str | None:
    """Return an address that may stand in a link, None for one that could run something."""
    address = re.sub(r"[\x00-\x1f\u200b]+", "", address).strip()
    if not address:
        return None
    if address.startswith("//"):
        address = "https:" + address
    scheme = SCHEME.match(address)
    if scheme is None:
        return address
    return address if scheme[1].lower() in SAFE else None


def video_address(address: str) -> str | None:
    """Return the page of a film on a known service, by the address of its frame; else None."""
    parts = urlsplit(address if "//" in address else f"https://{address}")
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host in ("youtube.com", "youtube-nocookie.com"):
        name = parse_qs(parts.query).get("v", [""])[0]
        found = YOUTUBE.match(parts.path)
        name = name or (found[1] if found and found[1] not in ("watch", "embed") else "")
        return f"https://www.youtube.com/watch?v={name}" if re.fullmatch(r"[\w-]+", name) else None
    if host == "youtu.be" and (found := YOUTUBE.match(parts.path)):
        return f"https://www.youtube.com/watch?v={found[1]}"
    if host in ("vimeo.com", "player.vimeo.com"):
        numbers = re.findall(r"\d{5,}", parts.path)
        return f"https://vimeo.com/{numbers[0]}" if numbers else None
    return None


def in_unicode(text: str, face: str, leaning: LegacyEncoding | None) -> str:
    """Return a run of text in Unicode, told by the name of its font, else by the whole text."""
    if text.isascii() and not face:
        return text
    found = LEGACY_FACE.search(face)
    if found is not None:
        name = found[1].strip().lower()
        if name.startswith("vni"):
            return from_vni(text)
        return from_tcvn3(text, capitals=name.endswith("h"))
    if leaning is None:
        return text
    judged = detect_legacy(text, leaning=leaning)
    return from_legacy(text, judged.encoding) if judged else text
