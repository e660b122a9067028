"""What moves on a page that is kept: the counter at its foot, and how often it was read."""

from __future__ import annotations

from typing import Any

from lienhiep.core.live_numbers import live_numbers
from lienhiep.visits.figures import numbers_now, reads_of


@live_numbers
def counter(page: int) -> dict[str, Any]:
    """Tell the counter, and the reads of the page that asks."""
    numbers = numbers_now().as_json()
    return numbers | reads_of_page(page)


def reads_of_page(page: int) -> dict[str, int]:
    """Tell how often a page was read; nothing where it has no counter of its own."""
    return {"reads": reads_of([page])[page]} if page else {}
