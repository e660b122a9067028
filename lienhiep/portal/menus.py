"""The main menu: the rooms' parts and the pages of the site, and how many have room in one row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lienhiep.core.site_sections import SiteSection, site_sections
from lienhiep.portal.models import HomePage, StandardPage

CACHE_KEY = "portal.pages"
CACHE_SECONDS = 5

ROWS = (720, 896, 1152)
"""What the row of the menu holds at least, in CSS pixels, on a page of 48, 60 and 80 rem; the
style sheet of the menu shows at these widths what has room there."""

LETTER, GAP, FOLD = 8.3, 17, 90
"""A letter of the menu on average, the room between two entries, and the entry "More"."""

NEVER = len(ROWS) + 1
"""Stands in no row, however wide: only under "More"."""


@dataclass(frozen=True)
class MenuEntry:
    """A part of the site in the main menu; `room` is the first row in which it has room."""

    label: str
    url: str
    active: bool = False
    room: int = 1

    @property
    def width(self) -> float:
        """About how wide it is set."""
        return len(self.label) * LETTER + GAP


@dataclass(frozen=True)
class MainMenu:
    """The main menu. No script measures it: what may not have room stands under "More"."""

    entries: list[MenuEntry]

    @property
    def folded_until(self) -> int:
        """From which row on nothing is folded away; 1: never anything."""
        return max((entry.room for entry in self.entries), default=1)

    @property
    def here_from(self) -> int:
        """Until which row "More" holds the place one stands in; 0: it never does."""
        here = [entry.room for entry in self.entries if entry.active and entry.room > 1]
        return here[0] if here else 0


def main_menu(path: str) -> MainMenu:
    """Return the main menu, the place one stands in marked."""
    entries = [
        (_("Home"), "/"),
        *((str(section.label), section.url) for section in site_sections() if section.in_menu),
        *((page["label"], page["url"]) for page in pages_of_the_site() if page["in_menu"]),
    ]
    return MainMenu(
        in_rows(
            [
                MenuEntry(label, url, path == url or (url != "/" and path.startswith(url)))
                for label, url in entries
            ]
        )
    )


def in_rows(entries: list[MenuEntry]) -> list[MenuEntry]:
    """Return the entries, each with the first row that has room for it and all before it."""
    held = [_held(entries, row) for row in ROWS]
    return [
        replace(
            entry,
            room=next((row for row, number in enumerate(held, 1) if place < number), NEVER),
        )
        for place, entry in enumerate(entries)
    ]


def _held(entries: list[MenuEntry], row: int) -> int:
    """Return how many of the first entries a row holds, "More" beside them where it is needed."""
    if sum(entry.width for entry in entries) <= row:
        return len(entries)
    used, number = float(FOLD), 0
    for entry in entries:
        used += entry.width
        if used > row:
            break
        number += 1
    return number


def pages_of_the_site() -> list[dict[str, Any]]:
    """Return the pages right under the front page; asked of the database every few seconds.

    An editor says of each whether it stands in the main menu too; all stand at the foot.
    """
    kept = caches["process"].get(CACHE_KEY)
    if kept is None:
        kept = _pages()
        caches["process"].set(CACHE_KEY, kept, CACHE_SECONDS)
    return kept


def sections_off_the_menu() -> list[SiteSection]:
    """Return the parts of the site that no menu names: the foot of every page leads to them.

    A part with words that an editor wrote as a page stands there already, as that page.
    """
    pages = {page["url"] for page in pages_of_the_site()}
    return [
        section for section in site_sections() if not section.in_menu and section.url not in pages
    ]


def words_of_the_office(slug: str) -> StandardPage | None:
    """Return the page that an editor wrote at the address of a part of the site, if any.

    The part shows its text; readers who were given the address find both.
    """
    home = HomePage.objects.live().first()
    if home is None:
        return None
    return StandardPage.objects.child_of(home).live().public().filter(slug=slug).first()


def forget_pages() -> None:
    """Ask anew at the next page, because one was published, moved or taken back."""
    caches["process"].delete(CACHE_KEY)


def _pages() -> list[dict[str, Any]]:
    home = HomePage.objects.live().first()
    if home is None:
        return []
    pages = StandardPage.objects.child_of(home).live().public().order_by("path")
    return [
        {"label": page.title, "url": page.url, "in_menu": page.show_in_menus}
        for page in pages
        if page.url
    ]


def tree_of_pages(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the pages under the front page, each with those below it, in one question."""
    home = HomePage.objects.live().first()
    if home is None:
        return []
    tree: list[dict[str, Any]] = []
    branches: dict[str, list[dict[str, Any]]] = {home.path: tree}
    for page in StandardPage.objects.descendant_of(home).live().public().order_by("path"):
        above = branches.get(page.path[: -page.steplen])
        address = page.get_url(request)
        if above is not None and address:
            below: list[dict[str, Any]] = []
            above.append({"label": page.title, "url": address, "below": below})
            branches[page.path] = below
    return tree
