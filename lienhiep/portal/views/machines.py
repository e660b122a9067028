"""What search engines and browsers ask of the site."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from lienhiep.core.models import union_identity
from lienhiep.core.site_sections import site_sections
from lienhiep.portal.public_records import public_records

MOST_IN_SITEMAP = 45_000
"""A sitemap may hold 50,000 addresses; the pages of the site come on top of the records."""

PAPER = "#faf8f3"
"""The paper of the pages by day, as `tokens.css` has it."""


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address of the site that anybody may read, for search engines; of many, the parts.

    Source: the sitemap protocol 0.9, which lets a sitemap hold 50,000 addresses.
    """
    parts = _number_of_parts()
    if parts == 1:
        return _part_of_sitemap(request, 1)
    root = f"{settings.SITE_URL}/"
    places = [
        urljoin(root, reverse("portal:sitemap_part", args=[number]))
        for number in range(1, parts + 1)
    ]
    context = {"places": places}
    return render(request, "portal/sitemap_index.xml", context, content_type="application/xml")


@require_safe
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """Show one part of a sitemap that is too long for one file."""
    if not 1 <= number <= _number_of_parts():
        raise Http404
    return _part_of_sitemap(request, number)


def _number_of_parts() -> int:
    return max(1, -(-public_records().count() // MOST_IN_SITEMAP))


def _part_of_sitemap(request: HttpRequest, number: int) -> HttpResponse:
    """Name the records of a part as they were made; in the first, the pages of the site too."""
    root = f"{settings.SITE_URL}/"
    entries = _pages_of_the_site(root) if number == 1 else []
    begin = (number - 1) * MOST_IN_SITEMAP
    entries += [
        (urljoin(root, record.public_url), None)
        for record in public_records().order_by("pk")[begin : begin + MOST_IN_SITEMAP]
        if "#" not in record.public_url  # a place on a page that is named already
    ]
    return render(
        request, "portal/sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


def _pages_of_the_site(root: str) -> list[tuple[str, datetime | None]]:
    """Return the addresses that are no records, each with its last change where it is known."""
    own = [reverse("portal:map"), reverse("portal:accessibility")]
    addresses = ["/", *(section.url for section in site_sections()), *own]
    entries: list[tuple[str, datetime | None]] = [
        (urljoin(root, address), None) for address in addresses
    ]
    return entries + [
        (urljoin(root, page.url), page.last_published_at)
        for page in Page.objects.live().public().filter(depth__gt=2)
        if page.url and page.url not in addresses
    ]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines are asked not to read."""
    own = [reverse(one.sitemap_name) for one in site_sections() if one.sitemap_name]
    maps = [urljoin(f"{settings.SITE_URL}/", path) for path in (reverse("portal:sitemap"), *own)]
    return render(
        request,
        "portal/robots.txt",
        {"sitemaps": maps},
        content_type="text/plain; charset=utf-8",
    )


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """How the site looks among the things on a telephone's first screen."""
    union = union_identity()
    icon = {"src": static("core/img/icon-512.png"), "sizes": "512x512", "type": "image/png"}
    facts = {
        "name": union.name if union else settings.WAGTAIL_SITE_NAME,
        "short_name": union.short_name if union else settings.WAGTAIL_SITE_NAME,
        "lang": "vi",
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [icon, icon | {"purpose": "maskable"}],
    }
    return JsonResponse(facts, content_type="application/manifest+json")
