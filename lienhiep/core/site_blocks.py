"""What rooms show on pages that are not theirs: on the front page, and at the foot of every page.

A room writes, in its `site_blocks.py`:

    @front_block(order=10)
    def hot_news():
        return SiteBlock("news/includes/front_hot.html", {"articles": ...})

The front page and the foot show the blocks in their order and know no room. A block is the same
for whoever looks: the page around it may be kept and handed out to all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class SiteBlock:
    """A part of a page: the room's own template, and what it says in it."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)

    def render(self) -> SafeString:
        """Return the part as it stands on the page."""
        return render_to_string(self.template, self.context)


Provider = Callable[[], SiteBlock | None]

_places: dict[str, dict[Provider, int]] = {"front": {}, "foot": {}}


def front_block(*, order: int) -> Callable[[Provider], Provider]:
    """Hang up a block of the front page; one that has nothing to show returns None."""
    return _hanging_up("front", order)


def foot_block(*, order: int) -> Callable[[Provider], Provider]:
    """Hang up a block at the foot of every page; it is asked for with each page, so be quick."""
    return _hanging_up("foot", order)


def front_blocks() -> list[SiteBlock]:
    """Return what the rooms show on the front page, in its order."""
    return _shown("front")


def foot_blocks() -> list[SiteBlock]:
    """Return what the rooms show at the foot of every page, in its order."""
    return _shown("foot")


def _hanging_up(place: str, order: int) -> Callable[[Provider], Provider]:
    def hang_up(provider: Provider) -> Provider:
        _places[place][provider] = order
        return provider

    return hang_up


def _shown(place: str) -> list[SiteBlock]:
    ordered = sorted(_places[place].items(), key=lambda hung: hung[1])
    blocks = (provider() for provider, _order in ordered)
    return [block for block in blocks if block is not None]
