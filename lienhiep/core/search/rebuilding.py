"""Writing the search table anew, in batches that can be taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.jobs import Step, job
from lienhiep.core.models.search import SearchEntry
from lienhiep.core.search.feeding import feed, forget_entries
from lienhiep.core.search.registry import declarations

REBUILD = "core.rebuild_search"

BATCH = 100
"""Records in one transaction, so that the write lock is held for a moment only."""


@job(REBUILD, title=gettext_lazy("Rebuild the search table"))
def rebuild_search(*, cursor: Any = None) -> Iterator[Step]:
    """Feed every record anew, kind by kind, then take out what has no record any more.

    The cursor is the kind and the last id done.
    """
    kinds = declarations()
    total = sum(kind.model._base_manager.count() for kind in kinds)
    reached, last, done = (cursor["kind"], cursor["last"], cursor["done"]) if cursor else ("", 0, 0)
    for kind in kinds:
        if kind.kind < reached:
            continue
        last = last if kind.kind == reached else 0
        rows = kind.model._base_manager.order_by("pk")
        while batch := list(rows.filter(pk__gt=last)[:BATCH]):
            for record in batch:
                feed(record, anew=True)
            last, done = batch[-1].pk, done + len(batch)
            yield Step(
                done=done,
                total=max(total, done),
                cursor={"kind": kind.kind, "last": last, "done": done},
                message=str(kind.label),
            )
    while forget_lost(BATCH):
        yield Step(done=done, total=total, message=_("Taking out what no longer exists"))


def forget_lost(limit: int) -> int:
    """Take out some entries whose record or kind is gone; return how many there were."""
    known = [ContentType.objects.get_for_model(kind.model).pk for kind in declarations()]
    lost = list(
        SearchEntry.objects.exclude(content_type__in=known).values_list("pk", flat=True)[:limit]
    )
    for kind in declarations():
        if len(lost) >= limit:
            break
        content_type = ContentType.objects.get_for_model(kind.model)
        entries = SearchEntry.objects.filter(content_type=content_type)
        gone = entries.exclude(object_id__in=kind.model._base_manager.values("pk"))
        lost += gone.values_list("pk", flat=True)[: limit - len(lost)]
    return forget_entries(SearchEntry.objects.filter(pk__in=lost)) if lost else 0
