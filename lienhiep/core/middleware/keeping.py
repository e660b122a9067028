"""Nothing typed is lost when a session ends while somebody types."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.core.forms.keeping import bind_to_browser, forget_after_sending, keep_form
from lienhiep.core.forms.origin import is_from_elsewhere, wants_json
from lienhiep.core.forms.typist import remember_typist, typist_of
from lienhiep.core.middleware.content_security import BACK_OFFICE
from lienhiep.core.middleware.whole_body import is_cut_off
from lienhiep.core.models.kept import KeptForm

SENDING = ("POST", "PUT", "PATCH", "DELETE")


class KeepTypedText:
    """Keeps a form that came signed out, and shows it again to whoever typed it.

    Such a form would be answered with the sign-in page, and its text be gone. A script
    that sent it is told so in JSON instead.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_signed_in(request):
            remember_typist(request, response)
            if request.method == "POST" and isinstance(response, HttpResponseRedirect):
                forget_after_sending(request)
            return response
        if request.method not in SENDING:
            return response
        if wants_json(request):
            return _signed_out() if _needs_sign_in(request, response) else response
        if request.method == "POST" and _leads_to_sign_in(request, response):
            return self._keep(request) or response
        return response

    def _keep(self, request: HttpRequest) -> HttpResponse | None:
        """Return the way to sign in and back to what was typed."""
        if is_from_elsewhere(request) or is_cut_off(request):
            return None
        kept = keep_form(request, user_id=typist_of(request))
        if kept is None:
            messages.warning(
                request,
                _(
                    "You were signed out, so the form was not taken. It is not known which "
                    "account typed it, so it could not be kept here. Your browser's back button "
                    "usually still shows what you typed: copy it before you go on."
                ),
            )
            return None
        messages.info(
            request,
            _(
                "Your session had ended. What you typed is kept: sign in with the same account "
                "and send it again."
            ),
        )
        response = HttpResponseRedirect(sign_in_url(kept))
        bind_to_browser(response, kept)
        return response


def sign_in_url(kept: KeptForm) -> str:
    """Return where to sign in to come to a kept form."""
    query = urlencode({"next": reverse("core:kept", args=[kept.token])})
    return f"{resolve_url(settings.LOGIN_URL)}?{query}"


def _is_signed_in(request: HttpRequest) -> bool:
    """Return whether somebody is signed in; without a session cookie nobody is asked."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not hasattr(request, "user"):
        return False
    return request.user.is_authenticated


def _leads_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    sign_in = resolve_url(settings.LOGIN_URL)
    if not isinstance(response, HttpResponseRedirect) or request.path == sign_in:
        return False
    return urlsplit(response.url).path == sign_in


def _needs_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether signing in would help; Wagtail's screens say 403 to scripts signed out."""
    if _leads_to_sign_in(request, response):
        return True
    return response.status_code == 403 and request.path.startswith(BACK_OFFICE)


def _signed_out() -> JsonResponse:
    return JsonResponse(
        {
            "error": "signed_out",
            "message": _("Your session has ended. Sign in in another window, then send again."),
            "sign_in": resolve_url(settings.LOGIN_URL),
        },
        status=401,
    )
