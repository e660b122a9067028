"""What every page of the site needs to know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from lienhiep.core.models import union_identity
from lienhiep.core.notices import count_unread
from lienhiep.core.site_blocks import foot_blocks
from lienhiep.core.waiting import count_waiting
from lienhiep.portal.menus import main_menu, pages_of_the_site, sections_off_the_menu


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the Union's names, the menus and the legal footer for the page frame.

    Asked of the database only where a template uses it.
    """
    union = SimpleLazyObject(union_identity)
    return {
        "site_name": _word(union, "name"),
        "site_short_name": _word(union, "short_name"),
        "legal_footer": _word(union, "legal_footer"),
        "site_logo": _word(union, "logo_url"),
        "union": union,
        "is_demonstration": SimpleLazyObject(lambda: bool(union and union.is_demonstration)),
        "main_menu": SimpleLazyObject(lambda: main_menu(request.path)),
        "footer_menu": SimpleLazyObject(pages_of_the_site),
        "footer_sections": SimpleLazyObject(sections_off_the_menu),
        "foot_blocks": SimpleLazyObject(foot_blocks),
        "waiting_count": SimpleLazyObject(lambda: waiting_count(request)),
        "unread_count": SimpleLazyObject(lambda: unread_count(request)),
    }


def _word(union: Any, name: str) -> SimpleLazyObject:
    """Return one of the Union's words, empty while nobody has set it."""
    read: Callable[[], str] = lambda: getattr(union, name, "") if union else ""  # noqa: E731
    return SimpleLazyObject(read)


def waiting_count(request: HttpRequest) -> int:
    """Return how many things wait for who is signed in; a page in error has nobody."""
    user = getattr(request, "user", None)
    return count_waiting(request) if user is not None and user.is_authenticated else 0


def unread_count(request: HttpRequest) -> int:
    """Return how many notices are unread, for who is signed in."""
    return count_unread(request) if getattr(request, "user", None) is not None else 0
