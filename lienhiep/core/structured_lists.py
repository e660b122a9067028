"""What machines read of a page that lists things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lienhiep.core.structured_data import absolute

MOST = 50
"""Lines of a list that are told; the rest is found by its pages."""


def item_list(items: Iterable[tuple[Any, str]]) -> dict[str, Any]:
    """Return an ordered list of names, each with the address of its page where it has one."""
    lines = list(items)[:MOST]
    return {
        "@type": "ItemList",
        "numberOfItems": len(lines),
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": str(name),
                "url": absolute(url) if url else "",
            }
            for place, (name, url) in enumerate(lines, start=1)
        ],
    }


def collection(
    *, name: Any, url: str, items: Iterable[tuple[Any, str]], description: Any = ""
) -> dict[str, Any]:
    """Return a page that lists things of one kind."""
    return {
        "@type": "CollectionPage",
        "name": str(name),
        "url": absolute(url),
        "description": str(description),
        "inLanguage": "vi",
        "mainEntity": item_list(items),
    }
