"""The text of an article as somebody types it who knows no blocks: paragraphs, a line between.

What an editor has formatted in the meantime stays as it is where its words stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bs4 import BeautifulSoup
from django.utils.html import escape

from lienhiep.core.text import clean_lines

Blocks = list[tuple[str, Any]]


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a typed text: what an empty line parts."""
    return [part.strip() for part in re.split(r"\n\s*\n", clean_lines(text)) if part.strip()]


def text_of(blocks: Sequence[tuple[str, Any]]) -> str:
    """Return the paragraphs of an article as they are typed, without its other parts."""
    found = [words for kind, value in blocks if kind == "paragraph" for words, _ in _parts(value)]
    return "\n\n".join(found)


def blocks_of(text: str, former: Sequence[tuple[str, Any]] = ()) -> Blocks:
    """Return the blocks of a typed text; pictures, tables and the like of before stand after it."""
    kept = {
        words: html
        for kind, value in former
        if kind == "paragraph"
        for words, html in _parts(value)
    }
    html = "".join(kept.get(one) or _html(one) for one in paragraphs_of(text))
    blocks: Blocks = [("paragraph", html)] if html else []
    return blocks + [(kind, value) for kind, value in former if kind != "paragraph"]


def _html(paragraph: str) -> str:
    return "<p>" + "<br/>".join(escape(line.strip()) for line in paragraph.splitlines()) + "</p>"


def _parts(value: Any) -> list[tuple[str, str]]:
    """Return the paragraphs and lists of a block: their words, and how they are written down."""
    soup = BeautifulSoup(getattr(value, "source", value), "html.parser")
    for line in soup.find_all("br"):
        line.insert_after("\n")
    parts = []
    for node in soup.children:
        words = node.get_text("\n" if getattr(node, "name", "") in ("ul", "ol") else "").strip()
        if words:
            html = str(node).replace("<br/>\n", "<br/>")
            parts.append(
                ("\n".join(line.strip() for line in words.splitlines() if line.strip()), html)
            )
    return parts
