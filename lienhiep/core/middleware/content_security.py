"""What a browser may do with our pages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

BACK_OFFICE = "/quan-tri/"


class ContentSecurity:
    """States the content security policy: strict on the site, the back office has its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = (
            settings.CONTENT_SECURITY_POLICY_BACK_OFFICE
            if request.path.startswith(BACK_OFFICE)
            else settings.CONTENT_SECURITY_POLICY_SITE
        )
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        return response
