"""What was typed into a form is kept when the form could not be taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase, UnreadablePostError
from django.urls import reverse
from django.utils import timezone

from lienhiep.core.files.actions import remove_pending_file, store_upload
from lienhiep.core.files.form_fields import KEPT, USE, sign_pending
from lienhiep.core.files.uses import use_named
from lienhiep.core.models.kept import HOURS_KEPT, SENT_KEPT, KeptForm, SentForm

KEPT_FORM = "_kept"
"""The hidden field by which a form sent again is known."""

MOST_OF_ONE = 20
"""Forms kept of one account; an older one gives way."""

_SECRET = re.compile(r"pass|mat_?khau|otp|secret|^code$|^pin$", re.IGNORECASE)
_OWN = {"csrfmiddlewaretoken", KEPT_FORM}


@dataclass
class Typed:
    """What a form brought: fields in their order, files taken in, and files lost."""

    fields: list[list[str]] = field(default_factory=list)
    files: list[dict[str, str]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def typed_in(request: HttpRequest, *, by: Any) -> Typed | None:
    """Return what was typed, without our own mark against forgery.

    A form with a password or a code is not kept at all, nor is one with nothing in it.
    Files for which the form says what they are for are taken in, in the name of `by`.
    """
    names = [*request.POST, *request.FILES]
    if any(_SECRET.search(name) for name in names):
        return None
    typed = Typed(
        [
            [name, value]
            for name, values in request.POST.lists()
            if name not in _OWN
            for value in values
        ]
    )
    for name, uploads in request.FILES.lists():
        for upload in uploads:
            _take_in(typed, name, upload, by=by, use_code=request.POST.get(name + USE, ""))
    return typed if typed.fields or typed.lost else None


def _take_in(typed: Typed, name: str, upload: Any, *, by: Any, use_code: str) -> None:
    use = use_named(use_code)
    if use is None or by is None:
        typed.lost.append(upload.name)
        return
    try:
        file = store_upload(upload=upload, use=use, by=by)
    except ValidationError:
        typed.lost.append(upload.name)
        return
    typed.fields = [pair for pair in typed.fields if pair[0] != name + KEPT]
    typed.fields.append([name + KEPT, sign_pending(file)])
    typed.files.append({"field": name, "uuid": str(file.uuid), "name": file.name})


def keep_form(request: HttpRequest, *, user_id: int | None) -> KeptForm | None:
    """Keep a form for the account that typed it; None where there is nobody or nothing."""
    user = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    typed = typed_in(request, by=user) if user is not None else None
    if user is None or typed is None:
        return None
    kept = KeptForm.objects.create(
        user=user,
        path=request.get_full_path(),
        fields=typed.fields,
        files=typed.files,
        lost=typed.lost,
    )
    older = KeptForm.objects.filter(user=user).order_by("-at", "-pk")
    drop_forms(older[MOST_OF_ONE:])
    return kept


def drop_forms(forms: Iterable[KeptForm]) -> int:
    """Forget kept forms and the files that came with them; return how many."""
    number = 0
    for kept in forms:
        for file in kept.files:
            remove_pending_file(uuid_of=file["uuid"])
        kept.delete()
        number += 1
    return number


def forget_after_sending(request: HttpRequest) -> None:
    """Forget a kept form that was sent again and taken; its files now belong to a record."""
    try:
        token = request.POST.get(KEPT_FORM, "")
    except UnreadablePostError:
        return
    if token:
        KeptForm.objects.filter(token=token, user_id=request.user.pk).delete()


def forget_old_forms() -> int:
    """Forget kept forms past their time, and the marks of forms recorded long ago."""
    now = timezone.now()
    SentForm.objects.filter(at__lt=now - SENT_KEPT).delete()
    return drop_forms(KeptForm.objects.filter(expires_at__lte=now))


def cookie_name(kept: KeptForm) -> str:
    """Return the name of the cookie that binds a kept form to its browser."""
    return f"lienhiep_kept_{kept.pk}"


def bind_to_browser(response: HttpResponseBase, kept: KeptForm) -> None:
    """Let only this browser show the form again; the cookie is sent to its page alone."""
    response.set_signed_cookie(
        cookie_name(kept),
        kept.token,
        salt=kept.token,
        max_age=HOURS_KEPT * 3600,
        path=reverse("core:kept", args=[kept.token]),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def is_bound_to(request: HttpRequest, kept: KeptForm) -> bool:
    """Return whether a form was typed in this browser."""
    held = request.get_signed_cookie(
        cookie_name(kept), default=None, salt=kept.token, max_age=HOURS_KEPT * 3600
    )
    return held == kept.token
