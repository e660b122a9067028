"""The history names the person who is signed in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail.log_actions import LogContext


class Acting:
    """Changes made during a request stand under the name of who makes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Reading does not ask who it is, so that public pages need no session.
        if request.method in ("GET", "HEAD") or not request.user.is_authenticated:
            return self.get_response(request)
        with LogContext(user=request.user):
            return self.get_response(request)
