"""The way from a screen to its place in the user guide.

The room that keeps the guide hangs up how a place is found; screens know only that there is one.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest

Finder = Callable[[HttpRequest], str]

_finder: Finder | None = None


def register_guidance(finder: Finder) -> None:
    """Set the function that returns the address in the guide for the screen of a request."""
    global _finder
    _finder = finder


def guidance_url(request: HttpRequest | None) -> str:
    """Return where the guide speaks of this screen; empty where there is no guide."""
    return _finder(request) if _finder is not None and request is not None else ""
