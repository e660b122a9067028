"""The guide on the site: contents and search, a page, and all of it for print."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.principals import principals
from lienhiep.guide.book import GuidePage, book
from lienhiep.guide.finding import LONGEST_QUESTION, find_in_guide


@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """Show every page by chapter, those for the reader's own roles first; answer a search."""
    question = request.GET.get("q", "").replace("\x00", "")[:LONGEST_QUESTION].strip()
    context = {
        "book": book(),
        "mine": pages_for(request),
        "question": question,
        "found": find_in_guide(question),
        "breadcrumbs": [{"label": _("User guide"), "url": ""}],
    }
    return render(request, "guide/contents.html", context)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page with the contents of its chapter beside it."""
    shown = book().by_slug.get(slug)
    if shown is None:
        raise Http404
    before, after = book().beside(shown)
    context: dict[str, Any] = {
        "page": shown,
        "book": book(),
        "chapter": book().chapter_of(shown),
        "before": before,
        "after": after,
        "useful": book().useful_to(shown.role) if shown.role else [],
        "breadcrumbs": [
            {"label": _("User guide"), "url": reverse("guide:contents")},
            {"label": shown.title, "url": ""},
        ],
    }
    return render(request, "guide/page.html", context)


@require_safe
def whole(request: HttpRequest, chapter: str = "") -> HttpResponse:
    """Show a chapter, or everything, on one page for print."""
    chapters = [book().chapter(chapter)] if chapter else list(book().chapters)
    if None in chapters:
        raise Http404
    context = {
        "chapters": chapters,
        "breadcrumbs": [
            {"label": _("User guide"), "url": reverse("guide:contents")},
            {"label": _("For print"), "url": ""},
        ],
    }
    return render(request, "guide/print.html", context)


def pages_for(request: HttpRequest) -> list[GuidePage]:
    """Return the pages that speak to the roles of who is signed in."""
    if not request.user.is_authenticated:
        return []
    roles = sorted(key.partition(":")[2] for key in principals(request.user) if key[:5] == "role:")
    pages = (book().of_role(role) for role in roles)
    return [found for found in pages if found]
