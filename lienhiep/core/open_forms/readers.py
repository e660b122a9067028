"""Who sends an open form: an account, or a browser that keeps a key of ours."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

COOKIE = "lienhiep_reader"
SALT = "lienhiep.core.open_forms.readers"
KEPT = 60 * 60 * 24 * 400


def reader_of(request: HttpRequest) -> str:
    """Return a word for who is reading: the account, or the digest of the browser's own key.

    Empty for a browser that never sent an open form: it has no key yet.
    """
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return f"user:{user.pk}"
    key = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=KEPT)
    return _word(key) if key else ""


def give_key(request: HttpRequest) -> str:
    """Return a word for who is sending, and let `keep_key` give a new browser its key.

    Called for what was sent only: a page that is merely read sets no cookie.
    """
    known = reader_of(request)
    if known:
        return known
    key = getattr(request, "_new_reader_key", None) or secrets.token_urlsafe(18)
    request._new_reader_key = key  # type: ignore[attr-defined]
    return _word(key)


def keep_key(request: HttpRequest, response: HttpResponseBase) -> None:
    """Put the key that was made for this browser, if one was, into its keeping."""
    key = getattr(request, "_new_reader_key", None)
    if key is None:
        return
    response.set_signed_cookie(
        COOKIE,
        key,
        salt=SALT,
        max_age=KEPT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _word(key: str) -> str:
    return salted_hmac(SALT, key).hexdigest()[:40]
