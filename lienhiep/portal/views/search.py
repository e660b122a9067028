"""Search over the site."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.search.query import count_by_kind, search
from lienhiep.core.search.registry import declarations
from lienhiep.portal.forms import LONGEST_QUESTION, SearchForm

LAST_PAGE = 10_000


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
        since=narrowed.get("since"),
        until=narrowed.get("until"),
        page=page_asked(asked.get("p", "")),
        public=True,
    )
    page = Paginator(range(found.total), found.per_page).get_page(found.page)
    dates = {"since": narrowed.get("since"), "until": narrowed.get("until")}
    context = {
        "form": form,
        "question": question,
        "found": found,
        "page_obj": page,
        "tabs": _tabs(asked, count_by_kind(question, request.user, public=True, **dates)),
        "is_narrowed": any(asked.get(name) for name in ("kind", "since", "until")),
        "noindex": bool(request.GET),
        "page_description": _("Search everything public on the site, with or without marks."),
        "breadcrumbs": [{"label": _("Search"), "url": ""}],
    }
    return render(request, "portal/search.html", context)


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
    question["kind"] = kind
    if not kind:
        question.pop("kind")
    return f"?{question.urlencode()}"
