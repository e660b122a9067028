"""What machines read of a page: search engines, and the cards of whoever shares its address.

A view passes what it knows in the context of its page; `core/base.html` prints the rest:

    structured        a dict of schema.org, or several (without "@context"; empty values fall away)
    breadcrumbs       [{"label": ..., "url": ...}], the last without url; shown and told alike
    page_description  one or two plain sentences
    page_picture      {"src", "width", "height", "alt"}, or an address
    page_kind         "website" (as unless said), "article"
    page_published, page_changed    moments, for articles
    page_address      the one address of the page, where it is not the one asked for
    noindex           search engines are asked to leave the page out

Dates and moments may stand in `structured` as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from lienhiep.core.models import UnionIdentity

CONTEXT = "https://schema.org"
ESCAPED = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)

Facts = Mapping[str, Any]


def absolute(address: str) -> str:
    """Return an address of ours with the name of the site before it; a whole one stays."""
    return urljoin(f"{settings.SITE_URL}/", str(address))


def as_script(graph: Iterable[Facts]) -> SafeString:
    """Return facts as the text of a JSON-LD block; no letter of it can end the block."""
    text = json.dumps(
        {"@context": CONTEXT, "@graph": [_plain(facts) for facts in graph]},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return mark_safe(text.translate(ESCAPED))


def told_of(structured: Facts | Iterable[Facts] | None) -> list[Facts]:
    """Return what a page tells as a list, whether it told one thing, several or none."""
    if not structured:
        return []
    return [structured] if isinstance(structured, Mapping) else list(structured)


def with_home(breadcrumbs: Iterable[Facts] | None) -> list[Facts]:
    """Return the way to a page from the front page on; nothing where the page has no way."""
    way = list(breadcrumbs or [])
    if not way or way[0].get("url") == "/":
        return way
    return [{"label": _("Home"), "url": "/"}, *way]


def breadcrumb_list(way: Iterable[Facts]) -> dict[str, Any]:
    """Return the way to a page as search engines read it."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": str(step["label"]),
                "item": absolute(step["url"]) if step.get("url") else "",
            }
            for place, step in enumerate(way, start=1)
        ],
    }


def union_facts(union: UnionIdentity | None) -> dict[str, Any]:
    """Return who the Union is, for the front page."""
    facts = publisher() | {"logo": absolute(static("core/img/icon-512.png"))}
    if union is None:
        return facts
    return facts | {
        "name": union.name,
        "alternateName": union.short_name,
        "address": union.address,
        "telephone": union.phone,
        "email": union.email,
    }


def site_facts(union: UnionIdentity | None) -> dict[str, Any]:
    """Return the site, and how it is searched."""
    return {
        "@type": "WebSite",
        "@id": absolute("#site"),
        "url": absolute("/"),
        "name": union.name if union else "",
        "alternateName": union.short_name if union else "",
        "inLanguage": "vi",
        "publisher": {"@id": absolute("#union")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute("/tim-kiem/?q={search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    }


def publisher(union: UnionIdentity | None = None) -> dict[str, Any]:
    """Return the Union as the one who publishes or holds something."""
    return {
        "@type": "Organization",
        "@id": absolute("#union"),
        "name": union.name if union else "",
        "url": absolute("/"),
    }


def _plain(value: Any) -> Any:
    """Return a value as JSON writes it; what is empty falls away, nought and no stay."""
    if isinstance(value, Mapping):
        parts = ((str(key), _plain(part)) for key, part in value.items())
        return {key: part for key, part in parts if part not in (None, "", [], {})}
    if isinstance(value, (list, tuple)):
        return [part for part in map(_plain, value) if part not in (None, "", [], {})]
    if isinstance(value, datetime):
        moment = localtime(value) if is_aware(value) else value
        return moment.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Promise) or not isinstance(value, (str, int, float, bool, type(None))):
        return str(value)
    return value
