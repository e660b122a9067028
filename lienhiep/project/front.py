"""What stands before Django in each web process: pages that are ready, and their counting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # Django must be set up before these are loaded
    from lienhiep.core.page_cache.answers import Entry
    from lienhiep.core.page_cache.files import PageFiles
    from lienhiep.core.page_cache.generations import Generations


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
    files = _files(shared)

    def keep_file(host: str, path: str, scheme: str, entry: Entry) -> None:
        # A log tells no number: it must follow from the address.
        if files and entry.page in (0, page_at(path)):
            files.keep(host, path, scheme, entry)

    return PageCache(
        application,
        generations=shared,
        store=Store(settings.PAGE_CACHE_ENTRIES, settings.PAGE_CACHE_MB * 1024 * 1024),
        cookies=(settings.SESSION_COOKIE_NAME, "messages"),
        longest=settings.PAGE_CACHE_SECONDS,
        forwarded=header[0] if header else "",
        count=lambda environ, page: count_answer(environ, page or page_at(environ["PATH_INFO"])),
        keep_file=keep_file if files else None,
    )


def headers_of_pages() -> dict[str, str]:
    """Return what stands in the head of every public page, whoever sends it."""
    from django.conf import settings

    from lienhiep.core.middleware.content_security import PERMISSIONS

    said = {
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Content-Security-Policy": settings.CONTENT_SECURITY_POLICY_SITE,
        "Permissions-Policy": PERMISSIONS,
    }
    if settings.SECURE_HSTS_SECONDS:
        said["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
    return said


def _files(shared: Generations) -> PageFiles | None:
    """Return where ready pages are written down for a server in front; None where nowhere."""
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    from lienhiep.core.page_cache.files import PageFiles
    from lienhiep.core.page_cache.generations import FileGenerations

    if not settings.PAGE_FILES:
        return None
    if not isinstance(shared, FileGenerations):
        raise ImproperlyConfigured(
            "PAGE_FILES: các trang viết sẵn chỉ dùng được trên một máy, không cùng Redis "
            "(CACHE_URL). / Ready pages as files serve one machine only, not with Redis."
        )
    files = PageFiles(Path(settings.PAGE_FILES), generations=shared, headers=headers_of_pages())
    files.begin_looking()
    return files
