"""What was typed into a form is kept when its session has ended."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from lienhiep.core.models.kept import KeptForm

WHO_COOKIE = "lienhiep_who"
"""Names the account last signed in on this browser, signed; it opens nothing."""

WHO_SECONDS = 60 * 60 * 24 * 30
MOST_BYTES = 1_000_000
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "otp", "code", "token")
NEVER_FROM = "/tai-khoan/"


def remember_who(request: HttpRequest, response: HttpResponse, user_id: int) -> None:
    """Let the browser know whose text it may hold; nothing where it knows already."""
    if last_account(request) == user_id:
        return
    response.set_cookie(
        WHO_COOKIE,
        signing.dumps(user_id, salt=WHO_COOKIE),
        max_age=WHO_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def last_account(request: HttpRequest) -> int | None:
    """Return the number of the account last signed in on this browser."""
    try:
        return int(signing.loads(request.COOKIES[WHO_COOKIE], salt=WHO_COOKIE, max_age=WHO_SECONDS))
    except (KeyError, ValueError, signing.BadSignature):
        return None


def is_from_our_pages(request: HttpRequest) -> bool:
    """Return whether the browser says that the form stood on our own site."""
    said = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return bool(said) and urlsplit(said).netloc == request.get_host()


def keep(request: HttpRequest, user_id: int) -> KeptForm | None:
    """Keep the fields of a form for the account that typed them, without any password."""
    if request.path.startswith(NEVER_FROM) or not is_from_our_pages(request):
        return None
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        if not _is_secret(name)
        for value in values
    ]
    if not fields or sum(len(value) for _name, value in fields) > MOST_BYTES:
        return None
    return KeptForm.objects.create(
        user_id=user_id,
        path=request.get_full_path(),
        fields=fields,
        files=[upload.name for upload in request.FILES.values()],
    )


def _is_secret(name: str) -> bool:
    lower = name.lower()
    return any(word in lower for word in NEVER_KEPT[:2]) or lower in NEVER_KEPT


def readable_fields(kept: KeptForm) -> list[Any]:
    """Return what a person typed, without the marks that forms carry for themselves."""
    return [
        value
        for name, value in kept.fields
        if value.strip() and not name.startswith("_") and "_FORMS" not in name
    ]
