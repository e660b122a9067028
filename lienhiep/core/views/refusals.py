"""Pages that say why something was not done, and what became of what was typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lienhiep.core.forms.keeping import bind_to_browser, keep_form, typed_in
from lienhiep.core.forms.labels import readable
from lienhiep.core.forms.origin import is_from_our_pages, wants_json
from lienhiep.core.forms.typist import typist_of
from lienhiep.core.middleware.keeping import sign_in_url
from lienhiep.core.middleware.whole_body import is_cut_off


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say why something stays closed, where the refusal knows."""
    context = {"refusal": getattr(exception, "refusal", None), "exception": str(exception)}
    return render(request, "403.html", context, status=403)


def cut_off(request: HttpRequest) -> HttpResponse:
    """Say that a form came only in part and nothing of it was recorded."""
    words = _("The sending broke off before its end. Nothing was recorded. Please send it again.")
    return _not_taken(request, "cut_off", _("The sending broke off"), words)


def unreadable(request: HttpRequest) -> HttpResponse:
    """Say that a form came in other letters than UTF-8 and nothing of it was recorded."""
    words = _(
        "The form was sent in another encoding than UTF-8. Nothing was recorded. "
        "Load the page again, then send it."
    )
    return _not_taken(request, "encoding", _("The form cannot be read"), words)


def _not_taken(request: HttpRequest, code: str, title: str, words: str) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"error": code, "message": words}, status=400)
    context = {"title": title, "words": words}
    return render(request, "core/kept/not_taken.html", context, status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form without a valid mark against forgery; what was typed on our pages stays.

    The mark is anew after every sign-in, so a page that stood open before has an old one.
    The person who sent it gets it back to send again; if another account typed it, it is
    kept for that one. Of a form from elsewhere nothing is kept and nothing shown.
    """
    if is_cut_off(request):
        return cut_off(request)
    if wants_json(request):
        message = _("The page has stood open too long. Load it again.")
        return JsonResponse({"error": "csrf", "message": message}, status=403)
    if not is_from_our_pages(request):
        return _refused(request, {"from_elsewhere": True})
    typist, user = typist_of(request), request.user
    if user.is_authenticated and typist in (None, user.pk):
        return _refused(request, _to_send_again(request, by=user))
    if typist is None:
        return _refused(request, _to_send_again(request, by=None))
    kept = keep_form(request, user_id=typist)
    if kept is None:
        return _refused(request, {})
    response = _refused(request, {"kept": kept, "sign_in_url": sign_in_url(kept)})
    bind_to_browser(response, kept)
    return response


def _to_send_again(request: HttpRequest, *, by: Any) -> dict[str, Any]:
    typed = typed_in(request, by=by)
    if typed is None:
        return {}
    path = request.get_full_path()
    return {"typed": typed, "path": path, "lines": readable(path, typed.fields)}


def _refused(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    context.setdefault("path", request.path)
    response = render(request, "core/kept/refused.html", context, status=403)
    response.headers["Cache-Control"] = "private, no-store"
    return response
