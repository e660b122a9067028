"""What a browser may do with our pages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

BACK_OFFICE = "/quan-tri/"

PERMISSIONS = "camera=(), microphone=(), geolocation=()"

SHOWN = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/avif", "audio/", "video/")
"""Kinds of uploaded files that a browser may show; a drawing in SVG can carry a script."""


class ContentSecurity:
    """States the content security policy: strict on the site, the back office has its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(settings.MEDIA_URL):
            _shut_in(response)
        policy = (
            settings.CONTENT_SECURITY_POLICY_BACK_OFFICE
            if request.path.startswith(BACK_OFFICE)
            else settings.CONTENT_SECURITY_POLICY_SITE
        )
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


def _shut_in(response: HttpResponse) -> None:
    """Let no uploaded file act in our name: nothing in it runs, and what may act is saved."""
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if not response.headers.get("Content-Type", "").startswith(SHOWN):
        response.headers["Content-Disposition"] = "attachment"
