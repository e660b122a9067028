"""The parts of the public site: each room says where its own stands in the menu.

A room writes, in its `site_sections.py`:

    site_section("news", label=_("News"), url="news:index", order=10)

The menu, the map of the site for search engines and the page "not found" read them here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class SiteSection:
    """A part of the site: its name, the name of its address, and its place in the menu."""

    code: str
    label: Any
    url_name: str
    order: int
    in_menu: bool = True

    @property
    def url(self) -> str:
        """The address at which readers open it."""
        return reverse(self.url_name)


_sections: dict[str, SiteSection] = {}


def site_section(code: str, *, label: Any, url: str, order: int, in_menu: bool = True) -> None:
    """Hang up a part of the site; `url` is the name of an address without arguments."""
    _sections[code] = SiteSection(code, label, url, order, in_menu)


def site_sections() -> list[SiteSection]:
    """Return the parts of the site in the order of the menu."""
    return sorted(_sections.values(), key=lambda section: (section.order, section.code))
