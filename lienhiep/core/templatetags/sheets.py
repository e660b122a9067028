"""The parts around what a page says: passing it on, printing it, and the ways on and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.translation import gettext as _

from lienhiep.core.site_sections import section_url
from lienhiep.core.structured_data import absolute

register = template.Library()


@register.inclusion_tag("core/components/page_tools.html", takes_context=True)
def page_tools(context: template.Context, title: str) -> dict[str, str]:
    """Offer to pass the page on, to copy its address, to print it, to report a mistake in it.

    A list that was narrowed is passed on as it is narrowed.
    """
    request = context.get("request")
    asked = request.get_full_path() if request is not None else "/"
    address = context.get("page_address") or asked
    contact = section_url("contact")
    report = f"{contact}?{urlencode({'trang': address})}" if contact else ""
    return {"url": absolute(address), "title": title, "report": report}


@register.inclusion_tag("core/components/neighbours.html")
def neighbours(
    found: Mapping[str, Any], *, label: str = "", before: str = "", after: str = ""
) -> dict[str, Any]:
    """Link what stands before and after: mappings of `title` and `url` under these two names.

    `before` and `after` are the words above the links, where "Before" and "Next" do not fit.
    """
    return {
        "before": found.get("before"),
        "after": found.get("after"),
        "label": label or _("Before and after"),
        "before_word": before,
        "after_word": after,
    }


@register.inclusion_tag("core/components/way_back.html")
def way_back(url: str, label: str) -> dict[str, str]:
    """Lead back to the list from which somebody came."""
    return {"url": url, "label": label}
