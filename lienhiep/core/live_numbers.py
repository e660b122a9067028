"""Numbers that move while a page is kept: who is on line, how often an article was read.

A room writes, in its `live_numbers.py`:

    @live_numbers
    def reads(page):
        return {"reads": ...} if page else {}

`page` is the number of the page that asks (`core.counted_pages`), 0 where it has none. A page
marks the place of a number with `data-live="reads"` and itself with `data-live-page`; what
stands there without a script is the number of the moment in which the page was made. Names are
those of the whole site: begin with a word of the room where another might want the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.cache import caches

SECONDS = 1
"""How long an answer is given again, so that a crowd asks the database once a second."""

Provider = Callable[[int], Mapping[str, Any]]

_providers: dict[str, Provider] = {}


def live_numbers(provider: Provider) -> Provider:
    """Hang up numbers; they are the same for whoever asks, and cheap to tell."""
    _providers[f"{provider.__module__}.{provider.__qualname__}"] = provider
    return provider


def numbers_for(page: int) -> dict[str, Any]:
    """Return the numbers of all rooms for a page, at most a second old."""
    key = f"live.{page}"
    kept: dict[str, Any] | None = caches["process"].get(key)
    if kept is None:
        kept = {}
        for provider in _providers.values():
            kept.update(provider(page))
        caches["process"].set(key, kept, SECONDS)
    return kept
