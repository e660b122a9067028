"""Looking for words in the guide, with or without their marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lienhiep.core.text import fold
from lienhiep.guide.book import GuidePage, book

LONGEST_QUESTION = 200
MOST_FOUND = 30
LONGEST_LINE = 220


@dataclass(frozen=True)
class Found:
    """A place of the guide in which all words stand."""

    page: GuidePage
    heading: str
    anchor: str
    line: str

    @property
    def url(self) -> str:
        """Where it is read."""
        return f"{self.page.url}#{self.anchor}" if self.anchor else self.page.url


@dataclass(frozen=True)
class _Part:
    page: GuidePage
    heading: str
    anchor: str
    text: str
    folded_title: str
    folded: str


@cache
def _parts() -> list[_Part]:
    """Return every page from heading to heading, with its words folded."""
    parts = []
    for page in book().pages:
        pieces = [("", "", f"{page.about} {page.rendered.opening}")]
        pieces += [(heading.text, heading.anchor, heading.body) for heading in page.headings]
        for heading, anchor, text in pieces:
            title = fold(f"{page.title} {heading}")
            parts.append(_Part(page, heading, anchor, text, title, f"{title} {fold(text)}"))
    return parts


def find_in_guide(question: str) -> list[Found]:
    """Return the places in which every word stands, those with the words in their title first."""
    asked = fold(question[:LONGEST_QUESTION]).split()
    if not asked:
        return []
    hits = [part for part in _parts() if all(word in part.folded for word in asked)]
    hits.sort(key=lambda part: -sum(word in part.folded_title for word in asked))
    return [
        Found(part.page, part.heading, part.anchor, _line(part.text)) for part in hits[:MOST_FOUND]
    ]


def _line(text: str) -> str:
    """Return the beginning of a text, cut at the end of a word."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_LINE:
        return text
    return f"{text[:LONGEST_LINE].rpartition(' ')[0]} …"
