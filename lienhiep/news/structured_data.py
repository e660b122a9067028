"""What machines read of the news."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lienhiep.core.models import union_identity
from lienhiep.core.structured_data import publisher
from lienhiep.core.structured_lists import collection


def of_list(
    heading: str, lead: str, address: str, cards: Iterable[dict[str, Any]]
) -> dict[str, Any]:
    """Return a list of articles as search engines read it (schema.org CollectionPage)."""
    facts = collection(
        name=heading,
        url=address,
        description=lead,
        items=[(card["title"], card["url"]) for card in cards],
    )
    return facts | {"publisher": publisher(union_identity())}
