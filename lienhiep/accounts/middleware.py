"""What happens on every request of somebody who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from lienhiep.accounts.backends import ACCESS
from lienhiep.accounts.choices import STAFF_ROLES
from lienhiep.accounts.rules import needs_second_step
from lienhiep.core.rules import Refusal
from lienhiep.core.rules.reasons import Refused

BACK_OFFICE = "/quan-tri/"


class _Layer:
    """A layer around every request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response


def signed_in_user(request: HttpRequest) -> Any:
    """Return who is signed in, or None; a visitor without a session costs nothing."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if request.user.is_authenticated else None


class PreferredLanguage(_Layer):
    """Speaks the language that the account prefers, Vietnamese unless said."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = signed_in_user(request)
        language = user.language if user is not None else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            return self.get_response(request)


class BackOfficeDoor(_Layer):
    """Tells whoever has no business in the back office so, and who may open it.

    Wagtail would send them to the sign-in page, which sends those signed in back again.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(BACK_OFFICE):
            user = signed_in_user(request)
            if user is not None and not user.has_perm(ACCESS):
                raise Refused(
                    Refusal(
                        what=_("The back office"),
                        why=_("None of your roles allows this."),
                        who_may=sorted(str(role.label) for role in STAFF_ROLES),
                    )
                )
        return self.get_response(request)


class TwoStepForStaff(_Layer):
    """Sends staff to the set-up of the second step where it is compulsory."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.STAFF_TWO_STEP and not self._is_open(request):
            user = signed_in_user(request)
            if user is not None and needs_second_step(user) and not has_second_step(user):
                return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _is_open(self, request: HttpRequest) -> bool:
        """Return whether the address is needed on the way to the second step."""
        return request.path.startswith(
            (
                settings.STATIC_URL,
                reverse("mfa_index"),
                reverse("account_logout"),
                reverse("account_reauthenticate"),
                reverse("account_change_password"),
                reverse("account_set_password"),
            )
        )


def has_second_step(user: Any) -> bool:
    """Return whether a second step is set up: an authenticator app or a passkey."""
    return is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
