"""How often pages were read on a former site: carried over page by page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lienhiep.core.history import verb
from lienhiep.visits.models import DailyTally, PageTotal
from lienhiep.visits.validators import validate_number

IN_ONE_TRANSACTION = 2_000


def load_page_openings(*, reads: Mapping[int, int], by: Any) -> int:
    """Carry over how often pages were read on a former site; return how many pages changed.

    `reads` names pages by their number (`core.counted_pages.page_number`). What was counted here
    since is kept and added to it; loading the same again changes nothing. What was loaded stands
    in the history of the act around it, such as an import, else of the newest balance.
    """
    for number in reads.values():
        validate_number("reads", number)
    changed = 0
    pages = sorted(reads)
    for begin in range(0, len(pages), IN_ONE_TRANSACTION):
        changed += _load({page: reads[page] for page in pages[begin : begin + IN_ONE_TRANSACTION]})
    if changed:
        with verb("visits.load_page_openings", by=by) as act:
            if (balance := DailyTally.objects.openings().first()) is not None:
                act.about(balance)
            act.note(pages=changed, reads=sum(reads.values()))
    return changed


@transaction.atomic
def _load(reads: Mapping[int, int]) -> int:
    there = PageTotal.objects.select_for_update().order_by("page").in_bulk(list(reads))
    changed = []
    for page, opening in reads.items():
        row = there.get(page) or PageTotal(page=page)
        if row.opening != opening or page not in there:
            row.reads += opening - row.opening
            row.opening = opening
            changed.append(row)
    PageTotal.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["reads", "opening"],
        batch_size=300,
    )
    return len(changed)
