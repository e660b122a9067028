"""What search engines and browsers ask of the site."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
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
    """Every address of the site that anybody may read, for search engines."""
    root = f"{settings.SITE_URL}/"
    own = [reverse("portal:map"), reverse("portal:accessibility")]
    addresses = ["/", *(section.url for section in site_sections()), *own]
    pages = Page.objects.live().public().filter(depth__gt=2)
    entries = [(urljoin(root, address), None) for address in addresses]
    entries += [
        (urljoin(root, page.url), page.last_published_at)
        for page in pages
        if page.url and page.url not in addresses
    ]
    entries += [
        (urljoin(root, record.public_url), None)
        for record in public_records()[:MOST_IN_SITEMAP]
        if "#" not in record.public_url  # a place on a page that is named already
    ]
    return render(
        request, "portal/sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


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
