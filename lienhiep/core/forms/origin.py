"""Where a form came from, and what kind of answer its sender understands."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_from_our_pages(request: HttpRequest) -> bool:
    """Return whether the browser says that the form stood on our own site; unknown is no."""
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return False
    said = request.headers.get("Origin") or request.headers.get("Referer")
    return bool(said) and _is_ours(said, request)


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Return whether the browser says that the form stood on another site; unknown is no."""
    said = any(request.headers.get(name) for name in ("Sec-Fetch-Site", "Origin", "Referer"))
    return said and not is_from_our_pages(request)


def _is_ours(address: str, request: HttpRequest) -> bool:
    parts = urlsplit(address)
    if parts.netloc == request.get_host() and parts.scheme in ("http", "https"):
        return True
    return f"{parts.scheme}://{parts.netloc}" in settings.CSRF_TRUSTED_ORIGINS


def wants_json(request: HttpRequest) -> bool:
    """Return whether a script sent the form, and would not show a page to anybody."""
    return (
        request.headers.get("X-Requested-With") == "XMLHttpRequest"
        or request.content_type == "application/json"
        or not request.accepts("text/html")
    )
