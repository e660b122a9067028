"""Many new records at once, with one entry in the history for the batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db import models, transaction

from lienhiep.core.history.gathering import current_gathering
from lienhiep.core.history.recorded import Recorded, UnrecordedChange
from lienhiep.core.page_cache import content_changed

Row = TypeVar("Row", bound=Recorded)

BATCH = 200


def record_all(rows: Sequence[Row]) -> list[Row]:
    """Store new records of one kind inside an act, whose entry names them.

    For a room's bulk verb: validate each row first as its single verb does. Reader keys
    and search entries are written as for a single record.
    """
    gathering = current_gathering()
    if gathering is None:
        raise UnrecordedChange("record_all() belongs inside an act: with verb(...): ...")
    if not rows:
        return []
    model = type(rows[0])
    with transaction.atomic():
        # The plain query set: the model's own refuses, because this is the one way in.
        plain: models.QuerySet[Row] = models.QuerySet(model)
        made = plain.bulk_create(list(rows), batch_size=BATCH)
        for field in model._meta.concrete_fields:
            # Django sends no signal for rows stored at once, and files are put on by one.
            if hasattr(field, "after_bulk"):
                field.after_bulk(made)
        model.after_all_recorded(made)
        # Stored at once, they send no signal either.
        content_changed(may_wait=True)
    known = gathering.data.setdefault("created", {})
    known.setdefault(model._meta.label_lower, []).extend(row.pk for row in made)
    return made
