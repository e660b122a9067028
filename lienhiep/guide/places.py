"""Which place of the guide explains which screen.

A page says under a heading `{screens: journal_issue:* journal:desk}`. A screen is known by the
name of its address, as Django resolves it; a star stands for any ending. The longest pattern
that fits wins, so a verb may have a heading of its own beside the one for its whole register.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from django.http import HttpRequest
from django.urls import reverse

from lienhiep.guide.book import GuidePage, book


@dataclass(frozen=True)
class Place:
    """A heading of a page, or the page as a whole."""

    page: GuidePage
    anchor: str

    @property
    def url(self) -> str:
        """Where it is read."""
        return f"{self.page.url}#{self.anchor}" if self.anchor else self.page.url


def declared() -> list[tuple[str, Place]]:
    """Return every pattern with the place that declares it."""
    found = []
    for page in book().pages:
        found += [(pattern, Place(page, "")) for pattern in page.screens]
        for anchor, screens in page.outline:
            found += [(pattern, Place(page, anchor)) for pattern in screens]
    return found


@cache
def _patterns() -> dict[str, Place]:
    return dict(declared())


@cache
def place_of(screen: str) -> Place | None:
    """Return the place that explains a screen, by the name of its address; None where none does."""
    patterns = _patterns()
    fitting = [pattern for pattern in patterns if fnmatchcase(screen, pattern)]
    if not fitting:
        return None
    return patterns[max(fitting, key=lambda pattern: (pattern == screen, len(pattern)))]


def guidance_for(request: HttpRequest) -> str:
    """Return the address of the place for the screen of a request; else the contents."""
    match = getattr(request, "resolver_match", None)
    place = place_of(match.view_name) if match is not None else None
    return place.url if place else reverse("guide:contents")
