"""Pages of the site that nobody has to write: its map, and how it is opened to everyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.site_sections import site_sections
from lienhiep.portal.menus import sections_off_the_menu, tree_of_pages


@require_safe
def map_of_the_site(request: HttpRequest) -> HttpResponse:
    """Name every part of the site and every page under the front page."""
    context = {
        "parts": [section for section in site_sections() if section.in_menu],
        "more_parts": sections_off_the_menu(),
        "pages": tree_of_pages(request),
        "page_description": _("Every part and page of the site in one list."),
        "breadcrumbs": [{"label": _("Map of the site"), "url": ""}],
    }
    return render(request, "portal/map_of_the_site.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how the site is made for everyone, what is not yet so, and whom to tell."""
    context = {
        "page_description": _("How this site is made usable for everyone, and whom to tell."),
        "breadcrumbs": [{"label": _("Accessibility"), "url": ""}],
    }
    return render(request, "portal/accessibility.html", context)
