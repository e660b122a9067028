"""The pages of the site in its menus."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches

from lienhiep.portal.models import HomePage, StandardPage

CACHE_KEY = "portal.pages"
CACHE_SECONDS = 5


def pages_of_the_site() -> list[dict[str, Any]]:
    """Return the pages right under the front page; asked of the database every few seconds.

    An editor says of each whether it stands in the main menu too; all stand at the foot.
    """
    kept = caches["process"].get(CACHE_KEY)
    if kept is None:
        kept = _pages()
        caches["process"].set(CACHE_KEY, kept, CACHE_SECONDS)
    return kept


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
