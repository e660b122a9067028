"""Words to chain when asking for what came in from spreadsheets."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, Q, QuerySet, Value, When

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.imports.choices import BatchState, RowOutcome


class BatchQuerySet(GuardedQuerySet):
    """Files sent in."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters and sorting."""
        return self.annotate(
            state_code=Case(
                When(undone_at__isnull=False, then=Value(BatchState.UNDONE)),
                When(undo_asked_at__isnull=False, then=Value(BatchState.UNDOING)),
                When(loaded_at__isnull=False, then=Value(BatchState.LOADED)),
                When(load_asked_at__isnull=False, then=Value(BatchState.LOADING)),
                When(checked_at__isnull=False, then=Value(BatchState.CHECKED)),
                default=Value(BatchState.CHECKING),
                output_field=models.CharField(max_length=20),
            )
        )

    def with_counts(self) -> Self:
        """Add how many rows there are, and how many were recorded or must be corrected."""
        return self.annotate(
            row_count=Count("rows"),
            loaded_count=Count("rows", filter=Q(rows__outcome=RowOutcome.LOADED)),
            wrong_count=Count("rows", filter=Q(rows__outcome=RowOutcome.WRONG)),
        )

    def note_job(self, job: Any) -> None:
        """Note which job works on the files: bookkeeping, which is no history of theirs."""
        QuerySet.update(self, job=job)


class RowQuerySet(QuerySet):
    """Rows of files."""

    def counts(self) -> dict[str, int]:
        """Return how many rows have each outcome."""
        found = self.order_by().values("outcome").annotate(count=Count("pk"))
        return {row["outcome"]: row["count"] for row in found}
