"""What rooms show on pages that are not theirs: on the front page, and at the foot of every page.

A room writes, in its `site_blocks.py`:

    @front_block("news.hot", label=_("News: hot news"), order=10)
    def hot_news():
        return SiteBlock("news/includes/front_hot.html", {"articles": ...})

An editor puts the blocks of the front page into an order by their codes; until then they stand
in their own. The front page and the foot know no room. A block is the same for whoever looks:
the page around it may be kept and handed out to all.
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


@dataclass(frozen=True)
class HungBlock:
    """A block as its room hung it up; `unasked` says that it shows until an editor composes."""

    code: str
    label: Any
    order: int
    provider: Provider
    unasked: bool = True


_places: dict[str, dict[str, HungBlock]] = {"front": {}, "foot": {}}


def front_block(
    code: str, *, label: Any, order: int, unasked: bool = True
) -> Callable[[Provider], Provider]:
    """Hang up a block of the front page; one that has nothing to show returns None.

    `code` is `<room>.<what>` and stays: it is stored where an editor placed the block.
    """
    return _hanging_up("front", code, label, order, unasked)


def foot_block(*, order: int) -> Callable[[Provider], Provider]:
    """Hang up a block at the foot of every page; it is asked for with each page, so be quick."""

    def hang_up(provider: Provider) -> Provider:
        code = f"{provider.__module__}.{provider.__qualname__}"
        return _hanging_up("foot", code, code, order, True)(provider)

    return hang_up


def front_block_choices() -> list[tuple[str, Any]]:
    """Return the blocks that an editor may place on the front page."""
    return [(hung.code, hung.label) for hung in _ordered("front")]


def front_block_codes() -> list[str]:
    """Return the codes of the blocks that stand on a front page nobody has composed."""
    return [hung.code for hung in _ordered("front") if hung.unasked]


def front_block_named(code: str) -> SiteBlock | None:
    """Return a block of the front page; None where it has nothing to show or is not there."""
    hung = _places["front"].get(code)
    return hung.provider() if hung else None


def foot_blocks() -> list[SiteBlock]:
    """Return what the rooms show at the foot of every page, in its order."""
    blocks = (hung.provider() for hung in _ordered("foot"))
    return [block for block in blocks if block is not None]


def _hanging_up(
    place: str, code: str, label: Any, order: int, unasked: bool
) -> Callable[[Provider], Provider]:
    def hang_up(provider: Provider) -> Provider:
        _places[place][code] = HungBlock(code, label, order, provider, unasked)
        return provider

    return hang_up


def _ordered(place: str) -> list[HungBlock]:
    return sorted(_places[place].values(), key=lambda hung: (hung.order, hung.code))
