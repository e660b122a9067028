"""One door-keeper before every view of a viewset."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern

from lienhiep.core.rules import Refusal, policy_of, why_not
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE, READ_DRAFT, VIEW

PUBLISH = "publish"

VERB_OF_VIEW = {
    "index": VIEW,
    "list": VIEW,
    "index_results": VIEW,
    "list_results": VIEW,
    "inspect": VIEW,
    "history": VIEW,
    "history_results": VIEW,
    "workflow_history": VIEW,
    "workflow_history_detail": VIEW,
    "revisions_view": READ_DRAFT,
    "lock": "lock",
    "unlock": "unlock",
    "unpublish": PUBLISH,
    "revisions_unschedule": PUBLISH,
    "add": ADD,
    "copy": ADD,
    "preview_on_add": ADD,
    "edit": CHANGE,
    "delete": DELETE,
    "choose": VIEW,
    "choose_results": VIEW,
    "chosen": VIEW,
    "chosen_multiple": VIEW,
    "create": ADD,
}
"""What each view of Wagtail's asks of its reader; a view not named here asks for "change"."""


def guarded_pattern(pattern: URLPattern, model: type[models.Model], verb: str = "") -> URLPattern:
    """Put the door-keeper before one view."""
    asked = verb or VERB_OF_VIEW.get(pattern.name or "", CHANGE)
    pattern.callback = guarded(pattern.callback, model, asked)
    return pattern


def guarded(
    view: Callable[..., HttpResponseBase], model: type[models.Model], verb: str
) -> Callable[..., HttpResponseBase]:
    """Return the view behind its door-keeper.

    A record that the reader may not see does not exist for them (404), so that its
    being there is not given away; one that they see but may not touch is refused with
    the reason (403).
    """

    @wraps(view)
    def keeper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        policy = policy_of(model)
        row = _row(request, model, kwargs["pk"]) if "pk" in kwargs else None
        if not policy.may(request.user, verb, row):
            return refuse(request, why_not(request.user, verb, model, row))
        return view(request, *args, **kwargs)

    return keeper


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponseBase:
    """Answer 403 with the reason, inside the back office's own frame.

    Raising PermissionDenied would make Wagtail lead to the front page without a word.
    """
    return render(request, "core/admin/refused.html", {"refusal": refusal}, status=403)


def _row(request: HttpRequest, model: type[models.Model], pk: Any) -> models.Model:
    try:
        return model.objects.visible_to(request.user).get(pk=unquote(str(pk)))
    except (model.DoesNotExist, ValueError, ValidationError) as missing:
        raise Http404 from missing
