"""The parts of the public site: each room says where its own stands in the menu.

A room writes, in its `site_sections.py`:

    site_section("news", label=_("News"), url="news:index", order=10)

The menu, the foot of every page, the map of the site for search engines and the page "not found"
read them here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class SiteSection:
    """A part of the site: its name, the name of its address, and its place in the menu.

    What is not in the menu stands at the foot of every page.
    """

    code: str
    label: Any
    url_name: str
    order: int
    in_menu: bool = True
    sitemap_name: str = ""

    @property
    def url(self) -> str:
        """The address at which readers open it."""
        return reverse(self.url_name)


_sections: dict[str, SiteSection] = {}


def site_section(
    code: str, *, label: Any, url: str, order: int, in_menu: bool = True, sitemap: str = ""
) -> None:
    """Hang up a part of the site; `url` is the name of an address without arguments.

    So is `sitemap`, where the part has a map of its own for search engines.
    """
    _sections[code] = SiteSection(code, label, url, order, in_menu, sitemap)


def section_url(code: str) -> str:
    """Return the address of a part of the site; empty where no room has hung it up."""
    return _sections[code].url if code in _sections else ""


def site_sections() -> list[SiteSection]:
    """Return the parts of the site in the order of the menu.

    The Union may have set its own order, and left parts out of the menu (`UnionIdentity.menu`);
    a part that it has not spoken of stands where its room put it, after the others.
    """
    from lienhiep.core.models import union_identity  # rooms hang up before tables exist

    union = union_identity()
    return in_the_order_of(union.menu if union is not None else [])


def in_the_order_of(menu: Iterable[dict[str, Any]]) -> list[SiteSection]:
    """Return the parts of the site as a menu sets them: pairs of code and whether it is shown."""
    usual = sorted(_sections.values(), key=lambda section: (section.order, section.code))
    said = {one["code"]: (place, one["shown"]) for place, one in enumerate(menu)}
    placed = [
        replace(section, in_menu=said[section.code][1]) if section.code in said else section
        for section in usual
    ]
    return sorted(placed, key=lambda section: said.get(section.code, (len(usual), True))[0])
