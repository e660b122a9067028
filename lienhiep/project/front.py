"""What stands before Django in each web process: pages that are ready, and their counting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def with_page_cache(application: Callable[..., Any]) -> Callable[..., Any]:
    """Return the application behind the page cache; alone where the cache has no room.

    Every start makes all pages anew: what happened between the end of a transaction and the
    moment in which it is told may have been lost with a process that was killed.
    """
    from django.conf import settings  # Django must be set up first

    from lienhiep.core.counted_pages import page_at
    from lienhiep.core.page_cache.generations import Kind, generations
    from lienhiep.core.page_cache.layer import PageCache
    from lienhiep.core.page_cache.store import Store
    from lienhiep.visits.answered import count_answer

    if not settings.PAGE_CACHE_MB:
        return application
    shared = generations()
    shared.raise_(Kind.HARD)
    header = settings.SECURE_PROXY_SSL_HEADER
    return PageCache(
        application,
        generations=shared,
        store=Store(settings.PAGE_CACHE_ENTRIES, settings.PAGE_CACHE_MB * 1024 * 1024),
        cookies=(settings.SESSION_COOKIE_NAME, "messages"),
        longest=settings.PAGE_CACHE_SECONDS,
        forwarded=header[0] if header else "",
        count=lambda environ, page: count_answer(environ, page or page_at(environ["PATH_INFO"])),
    )
