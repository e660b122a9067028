"""Ends idle sessions on the server, whatever the browser says or cannot say."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lienhiep.core.idle.clock import is_over, note_input

ADDRESS = "/phien/"
"""Where the warning asks and tells; asking is nothing that a person does."""


class EndIdleSessions:
    """Signs out whoever has done nothing for too long; what was typed is kept (`KeepTypedText`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            if is_over(request):
                logout(request)
                if is_of_a_person(request) and request.method == "GET":
                    messages.info(
                        request, _("You were signed out because nothing was done for a while.")
                    )
            elif is_of_a_person(request):
                note_input(request)
        return self.get_response(request)


def is_of_a_person(request: HttpRequest) -> bool:
    """Return whether a person asked for this by opening a page or sending a form.

    Browsers say so (`Sec-Fetch-Mode`); of older ones it is told from what they take.
    """
    if request.path == ADDRESS or request.headers.get("Sec-Purpose"):
        return False
    mode = request.headers.get("Sec-Fetch-Mode")
    if mode is not None:
        return mode == "navigate"
    is_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return not is_script and "text/html" in request.headers.get("Accept", "")
