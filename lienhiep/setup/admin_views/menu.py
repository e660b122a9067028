"""The menu of the site and its first pages, two forms on one page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from lienhiep.core.models import UnionIdentity
from lienhiep.core.site_sections import SiteSection, site_sections
from lienhiep.portal.models import HomePage
from lienhiep.setup import actions
from lienhiep.setup.admin_views.framing import after_names, for_administrators, recorded, show
from lienhiep.setup.first_pages import FIRST_PAGES, FirstPage
from lienhiep.setup.forms import MenuRow, PageForm
from lienhiep.setup.forms.site import LEAVE, PUBLISH

Rows = list[tuple[SiteSection, MenuRow]]


@for_administrators
@after_names
@require_http_methods(["GET", "HEAD", "POST"])
def menu(request: HttpRequest) -> HttpResponse:
    """Set order and visibility of the parts, and begin pages from texts with places to fill in."""
    union = UnionIdentity.objects.get(pk=1)
    data = request.POST if request.method == "POST" else None
    rows, pages = _menu_rows(data), _page_forms(data, union)
    problems: list[str] = []
    # Both are asked, so that all mistakes are marked at once.
    forms = [*(form for _part, form in rows), *(page["form"] for page in pages if page["form"])]
    valid = [form.is_valid() for form in forms]
    if data is not None and all(valid):
        try:
            _record(request, rows, pages)
        except ValidationError as refusal:
            problems = refusal.messages
        else:
            return recorded(request, "menu", pgettext("setup", "Menu and pages are recorded."))
    return show(request, "menu", rows=rows, pages=pages, problems=problems)


def _record(request: HttpRequest, rows: Rows, pages: list[dict[str, Any]]) -> None:
    ordered = sorted(rows, key=lambda row: row[1].cleaned_data["order"])
    actions.set_menu(
        menu=[
            {"code": section.code, "shown": form.cleaned_data["shown"]} for section, form in ordered
        ],
        by=request.user,
    )
    wanted = [
        {
            "slug": page["page"].slug,
            "title": page["page"].title,
            "text": page["form"].cleaned_data["text"],
            "published": page["form"].cleaned_data["what"] == PUBLISH,
        }
        for page in pages
        if page["form"] and page["form"].cleaned_data["what"] != LEAVE
    ]
    if wanted:
        actions.write_pages(pages=wanted, by=request.user)


def _menu_rows(data: Any) -> Rows:
    return [
        (
            section,
            MenuRow(
                data,
                prefix=f"part-{section.code}",
                initial={"shown": section.in_menu, "order": place},
            ),
        )
        for place, section in enumerate(site_sections(), start=1)
    ]


def _page_forms(data: Any, union: UnionIdentity) -> list[dict[str, Any]]:
    """Return each first page with its form, or with the page that stands already."""
    home = HomePage.objects.first()
    present = {page.slug: page for page in home.get_children()} if home is not None else {}
    return [_page(page, present.get(page.slug), data, union) for page in FIRST_PAGES]


def _page(page: FirstPage, standing: Any, data: Any, union: UnionIdentity) -> dict[str, Any]:
    form = None
    if standing is None:
        text = page.text_for(union)
        form = PageForm(data, prefix=f"page-{page.slug}", initial={"text": text})
    return {"page": page, "standing": standing, "form": form}
