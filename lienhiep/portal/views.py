"""Search over the site, and what machines ask of it."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from lienhiep.core.search.query import search
from lienhiep.core.site_sections import site_sections
from lienhiep.portal.forms import LONGEST_QUESTION, SearchForm
from lienhiep.portal.public_records import public_records

MOST_IN_SITEMAP = 45_000
"""A sitemap may hold 50,000 addresses; the pages of the site come on top of the records."""

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
    context = {"form": form, "question": question, "found": found, "page_obj": page}
    return render(request, "portal/search.html", context)


def page_asked(text: str) -> int:
    """Return the page number in an address; the first where it is none."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(LAST_PAGE))
    return max(1, int(text)) if is_number else 1


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address of the site that anybody may read, for search engines."""
    root = f"{settings.SITE_URL}/"
    addresses = ["/", *(section.url for section in site_sections())]
    pages = Page.objects.live().public().filter(depth__gt=2)
    entries = [(urljoin(root, address), None) for address in addresses]
    entries += [(urljoin(root, page.url), page.last_published_at) for page in pages if page.url]
    entries += [
        (urljoin(root, record.public_url), None) for record in public_records()[:MOST_IN_SITEMAP]
    ]
    return render(
        request, "portal/sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines are asked not to read."""
    return render(
        request,
        "portal/robots.txt",
        {"sitemap": urljoin(f"{settings.SITE_URL}/", "sitemap.xml")},
        content_type="text/plain; charset=utf-8",
    )
