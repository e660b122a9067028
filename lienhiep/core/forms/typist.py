"""Who has a form before them: said by the form itself, else remembered by the browser.

When the session has ended meanwhile, this is how what was typed is kept for nobody else.
It opens nothing by itself.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

TYPIST = "_by"
"""The hidden field with the signed number of the account."""

COOKIE = "lienhiep_who"
SALT = "lienhiep.typist"
AGE = 60 * 60 * 24 * 30
"""Seconds for which a page may stand open and still say who opened it."""


def sign_typist(user: Any) -> str:
    """Return the signed number of an account, nothing for somebody not signed in."""
    return signing.dumps(user.pk, salt=SALT) if user.is_authenticated else ""


def read_typist(signed: str) -> int | None:
    """Return the number of the account, None where it is missing, old or not from us."""
    try:
        pk = signing.loads(signed, salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return None
    return pk if isinstance(pk, int) else None


def typist_of(request: HttpRequest) -> int | None:
    """Return whose form was sent: what the form says; only without that, the browser."""
    if said := request.POST.get(TYPIST):
        return read_typist(said)
    return read_typist(request.COOKIES.get(COOKIE, ""))


def remember_typist(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let the browser remember who is signed in, where it does not know."""
    if read_typist(request.COOKIES.get(COOKIE, "")) == request.user.pk:
        return
    response.set_cookie(
        COOKIE,
        sign_typist(request.user),
        max_age=AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


class TypistField(forms.CharField):
    """Carries the account that the form was shown to; always the present one's."""

    widget = forms.HiddenInput

    def __init__(self, user: Any) -> None:
        super().__init__(required=False, initial=sign_typist(user))

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show whoever is signed in now, whatever was sent."""
        return initial

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False
