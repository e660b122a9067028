"""Search over the site."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.search.meant import FEW, did_you_mean
from lienhiep.core.search.query import search
from lienhiep.core.search.registry import declarations
from lienhiep.core.search.suggesting import suggest
from lienhiep.portal.forms import LONGEST_QUESTION, SearchForm

LAST_PAGE = 10_000

NARROWED_BY = ("kind", "section", "since", "until")

SUGGESTIONS_KEPT = 60
"""Seconds for which anybody between us and the reader may keep suggestions."""


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Everything public that matches, the newest first; exact titles and symbols before."""
    asked = request.GET.copy()
    asked["q"] = asked.get("q", "").replace("\x00", "")[:LONGEST_QUESTION]
    form = SearchForm(asked)
    form.is_valid()
    narrowed = form.cleaned_data
    question = narrowed.get("q", "")
    found = search(
        question,
        request.user,
        kind=narrowed.get("kind") or None,
        sections=form.section_keys,
        since=narrowed.get("since"),
        until=narrowed.get("until"),
        page=page_asked(asked.get("p", "")),
        public=True,
    )
    page = Paginator(range(found.total), found.per_page).get_page(found.page)
    context = {
        "form": form,
        "question": question,
        "found": found,
        "page_obj": page,
        "tabs": _tabs(asked, found.kinds),
        "is_narrowed": any(asked.get(name) for name in NARROWED_BY),
        "meant": did_you_mean(question, request.user, public=True) if found.total <= FEW else "",
        "noindex": bool(request.GET),
        "page_description": _("Search everything public on the site, with or without marks."),
        "breadcrumbs": [{"label": _("Search"), "url": ""}],
    }
    return render(request, "portal/search.html", context)


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """What the words typed so far may become; the same for everyone."""
    typed = request.GET.get("q", "").replace("\x00", "")[:LONGEST_QUESTION]
    address = reverse("portal:search")
    shown = [
        {
            "text": one.text,
            "url": one.url or f"{address}?{urlencode({'q': one.text})}",
            "kind": capfirst(one.kind),
        }
        for one in suggest(typed)
    ]
    answer = JsonResponse({"suggestions": shown}, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(answer, public=True, max_age=SUGGESTIONS_KEPT)
    return answer


def page_asked(text: str) -> int:
    """Return the page number in an address; the first where it is none."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(LAST_PAGE))
    return max(1, int(text)) if is_number else 1


def _tabs(asked: QueryDict, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """Return a way to the results of each kind that has some; none where all are of one kind."""
    if len(numbers) < 2 and not asked.get("kind"):
        return []
    labels = {one.kind: one.label for one in declarations()}
    kinds = sorted(numbers, key=lambda kind: (-numbers[kind], kind))
    here = asked.get("kind", "")
    tabs = [("", _("Everything"), sum(numbers.values()))]
    tabs += [(kind, labels.get(kind, kind), numbers[kind]) for kind in kinds]
    return [
        {
            "label": label,
            "url": _address(asked, kind),
            "active": kind == here,
            "count": number,
        }
        for kind, label, number in tabs
    ]


def _address(asked: QueryDict, kind: str) -> str:
    question = asked.copy()
    question.pop("p", None)
    question.pop("section", None)
    question["kind"] = kind
    if not kind:
        question.pop("kind")
    return f"?{question.urlencode()}"
