"""What the pages of the first hour share: who may enter, and the list of steps beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from wagtail.admin import messages

from lienhiep.core.models import UnionIdentity
from lienhiep.setup.rules import may_set_up
from lienhiep.setup.steps import STEPS, standings, step_named

View = Callable[..., HttpResponse]


def for_administrators(view: View) -> View:
    """Open a page to the administrator only, and let no browser keep it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_set_up(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def after_names(view: View) -> View:
    """Lead to the first step where nobody has said yet who the Union is."""

    @wraps(view)
    def named(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not UnionIdentity.objects.exists():
            words = pgettext("setup", "Begin with the name of your Union.")
            messages.info(request, words)
            return redirect("setup_names")
        return view(request, *args, **kwargs)

    return named


def show(request: HttpRequest, code: str, **context: Any) -> HttpResponse:
    """Show the page of a step, with the way to the others."""
    step = step_named(code)
    if step is None:
        raise LookupError(code)
    place = STEPS.index(step)
    union = UnionIdentity.objects.filter(pk=1).first()
    every = standings(union)
    context |= {
        "step": step,
        "number": place + 1,
        "standing": every[place],
        "standings": every,
        "before": STEPS[place - 1] if place else None,
        "after": STEPS[place + 1] if place + 1 < len(STEPS) else None,
        "is_demo": union is not None and union.is_demonstration,
    }
    return render(request, f"setup/admin/{code}.html", context)


def recorded(request: HttpRequest, code: str, words: str, *, stays: bool = False) -> HttpResponse:
    """Say that it is recorded, and go on to the next step, or stay where that was asked for."""
    messages.success(request, words)
    if stays or "stay" in request.POST:
        return redirect(f"setup_{code}")
    places = [step.code for step in STEPS]
    following = places.index(code) + 1
    return redirect(STEPS[following].url if following < len(STEPS) else "setup_overview")
