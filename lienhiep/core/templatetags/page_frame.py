"""What the skeleton of every page prints of what its view passed (see `core.structured_data`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from lienhiep.core import inline_script
from lienhiep.core.structured_data import (
    absolute,
    as_script,
    breadcrumb_list,
    told_of,
    with_home,
)

register = template.Library()

LONGEST_DESCRIPTION = 300
PAGE_QUESTIONS = ("page", "p", "trang")
"""Names under which lists are asked for their second page: another page, another address."""


class KeptTitle(template.Node):
    """Prints what stands in it, and keeps it for what the head says further down."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Print the title on one line."""
        text = self.nodelist.render(context)
        title = SafeString(" ".join(text.split()))
        context.render_context["page_title"] = title
        return title


@register.tag
def keep_title(parser: Parser, token: Token) -> KeptTitle:
    """Keep the title of the page: `{% keep_title %}{% block title %}…{% endkeep_title %}`."""
    nodelist = parser.parse(("endkeep_title",))
    parser.delete_first_token()
    return KeptTitle(nodelist)


@register.inclusion_tag("core/includes/head_facts.html", takes_context=True)
def head_facts(context: Context) -> dict[str, Any]:
    """Print description, address, card for sharing and structured data of the page."""
    if context.get("noindex"):
        return {"noindex": True}
    graph = told_of(context.get("structured"))
    way = with_home(context.get("breadcrumbs"))
    if way:
        graph.append(breadcrumb_list(way))
    return {
        "title": context.render_context.get("page_title", ""),
        "description": _description(context),
        "address": _address(context),
        "picture": _picture(context.get("page_picture")),
        "kind": context.get("page_kind") or "website",
        "published": context.get("page_published"),
        "changed": context.get("page_changed"),
        "site_name": context.get("site_name", ""),
        "graph": as_script(graph) if graph else "",
    }


@register.filter
def from_home(breadcrumbs: Iterable[Any] | None) -> list[Any]:
    """Return the way to a page from the front page on."""
    return with_home(breadcrumbs)


@register.simple_tag
def theme_script() -> SafeString:
    """Return the script that runs before the page is drawn; the policy names its hash."""
    return mark_safe(inline_script.theme_script())


@register.filter
def telephone(number: str) -> str:
    """Write a telephone number so that no line ends inside it."""
    return str(number).replace(" ", "\u00a0")


@register.filter
def dialled(number: str) -> str:
    """Return a telephone number as an address (RFC 3966): digits, and a plus sign before them."""
    digits = "".join(sign for sign in str(number) if sign in "0123456789")
    return f"tel:+{digits}" if str(number).lstrip().startswith("+") else f"tel:{digits}"


def _description(context: Context) -> str:
    page = context.get("page")
    given = (
        context.get("page_description")
        or getattr(page, "search_description", "")
        or getattr(page, "lead", "")
    )
    words = " ".join(strip_tags(str(given)).split())
    if not words:
        words = _("%(title)s: on the site of %(union)s.") % {
            "title": context.render_context.get("page_title", ""),
            "union": context.get("site_name") or _("Union of Science and Technology Associations"),
        }
    return Truncator(words).chars(LONGEST_DESCRIPTION)


def _address(context: Context) -> str:
    """Return the one address of the page: without questions, but with the page of a list."""
    if given := context.get("page_address"):
        return absolute(given)
    request = context.get("request")
    if request is None:
        return ""
    for name in PAGE_QUESTIONS:
        number = request.GET.get(name, "")
        if number.isascii() and number.isdigit() and number not in ("0", "1"):
            return absolute(f"{request.path}?{name}={number}")
    return absolute(request.path)


def _picture(given: Any) -> dict[str, Any]:
    if not given:
        return {"src": absolute(static("core/img/share.png")), "width": 1200, "height": 630}
    facts = {"src": given} if isinstance(given, str) else dict(given)
    return facts | {"src": absolute(facts["src"])}
