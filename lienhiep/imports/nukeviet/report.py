"""What a run says: how much of each kind came over, and every row left out or mended."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from lienhiep.imports.choices import LineKind
from lienhiep.imports.models import SiteImport, SiteImportLine

THERE, BROUGHT, KNOWN, SKIPPED = "there", "brought", "known", "skipped"
"""Rows that the dump has, that came over now, that stood here already, that were left out."""

AT_ONCE = 500
LONGEST_WORDS = 500


class Report:
    """Gathers lines and counts of a run, and writes them with the batch that they speak of."""

    def __init__(self, run: SiteImport) -> None:
        self.run = run
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.reasons: Counter[tuple[str, str]] = Counter()
        self._waiting: list[SiteImportLine] = []

    def count(self, kind: str, what: str, by: int = 1) -> None:
        """Add to a count of one kind of thing."""
        self.counts[kind][what] += by

    def skip(self, kind: str, table: str, old_id: Any, reason: str, words: str) -> None:
        """Say that a row was left out, and count it."""
        self.count(kind, SKIPPED)
        self._say(LineKind.SKIPPED, table, old_id, reason, words)

    def leave(self, table: str, old_id: Any, reason: str, words: str) -> None:
        """Say that a part of something was left out which itself came over."""
        self._say(LineKind.SKIPPED, table, old_id, reason, words)

    def mend(self, table: str, old_id: Any, reason: str, words: str) -> None:
        """Say that a row came over in a better state than it was in."""
        self._say(LineKind.MENDED, table, old_id, reason, words)

    def note(self, table: str, old_id: Any, reason: str, words: str) -> None:
        """Say what whoever takes the site over should know of a row."""
        self._say(LineKind.NOTED, table, old_id, reason, words)

    def _say(self, kind: str, table: str, old_id: Any, reason: str, words: str) -> None:
        self.reasons[str(kind), reason] += 1
        self._waiting.append(
            SiteImportLine(
                run=self.run,
                kind=kind,
                table=table[:120],
                old_id=str(old_id)[:200],
                reason=reason[:40],
                words=words.replace("\x00", "")[:LONGEST_WORDS],
            )
        )

    def flush(self) -> None:
        """Write the lines that wait."""
        SiteImportLine.objects.bulk_create(self._waiting, batch_size=AT_ONCE)
        self._waiting = []

    def as_counts(self) -> dict[str, dict[str, int]]:
        """Return the counts as they are stored and printed."""
        return {
            kind: {what: counts.get(what, 0) for what in (THERE, BROUGHT, KNOWN, SKIPPED)}
            for kind, counts in self.counts.items()
        }
