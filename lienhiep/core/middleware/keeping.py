"""Nothing typed is lost when a session ends while somebody types."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse

from lienhiep.core.forms.keeping import keep, last_account, remember_who


class KeepTypedText:
    """Keeps a form that came signed out, and shows it again to whoever typed it.

    Such a form would be answered with the sign-in page, and its text be gone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            remember_who(request, response, request.user.pk)
        elif request.method == "POST" and _asks_to_sign_in(response):
            owner = last_account(request)
            kept = keep(request, owner) if owner is not None else None
            if kept is not None:
                again = reverse("core:kept", args=[kept.token])
                return HttpResponseRedirect(
                    f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': again})}"
                )
        return response


def _asks_to_sign_in(response: HttpResponse) -> bool:
    if not isinstance(response, HttpResponseRedirect):
        return False
    return urlsplit(response.url).path == resolve_url(settings.LOGIN_URL)
