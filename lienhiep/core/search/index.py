"""The full-text index, kept by each database in its own way behind the same few verbs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db import connections

from lienhiep.core.search.question import Question

ID_BITS = 40


@dataclass(frozen=True)
class IndexedText:
    """The words of an entry, folded and with their marks, and the keys of its number."""

    title: str
    body: str
    marked_title: str
    marked_body: str
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True)
class Condition:
    """Which rows are meant: SQL of ours, and what was typed as its parameters."""

    sql: str
    params: tuple[Any, ...] = ()


class Index(Protocol):
    """What either database does for us."""

    table: str

    def put_all(self, texts: Iterable[tuple[int, IndexedText]]) -> None:
        """Write the words of entries at their places, over older ones."""

    def remove(self, places: Iterable[int]) -> None:
        """Take entries out."""

    def wipe_remains(self) -> None:
        """Let no word be left over of what was taken out or written anew."""

    def places(self, question: Question) -> Condition:
        """Return a statement for the places of what holds every word; the last may be a beginning.

        For use inside another query, in no order.
        """

    def newest(
        self, question: Question, among: Condition, limit: int, *, since: int, until: int
    ) -> list[tuple[int, str]]:
        """Return place and kind of the newest entries that hold every word or bear the number.

        `among` narrows the entries, `since` (included) and `until` (not included) their places.
        Reads backwards and stops at the limit, so that a common word costs no more than a rare one.
        """

    def numbered(self, symbol: str, among: Condition, limit: int) -> list[int]:
        """Return the places of the newest entries that bear a number."""

    def titles_beginning(self, title_key: str, among: Condition, limit: int) -> list[int]:
        """Return the places of some entries whose title begins so, read from an index."""

    def words_beginning(self, key: str, limit: int) -> list[tuple[str, int]]:
        """Return the commonest words or pairs of the vocabulary that begin so, and their uses."""

    def weigh(self, question: Question, places: list[int]) -> dict[int, int]:
        """Return how well each of some entries fits, beyond holding the words."""

    def size(self) -> int:
        """Return how many entries the index holds."""


PHRASE_IN_TITLE, WORDS_IN_TITLE, MARKS_IN_TITLE, MARKS, PHRASE = 8, 4, 4, 2, 1
"""What lifts an entry above newer ones: what was asked word for word, first in the title."""


def index(using: str = "default") -> Index:
    """Return the index of a database."""
    vendor = connections[using].vendor
    if vendor == "postgresql":
        from lienhiep.core.search.index_postgresql import PostgresIndex

        return PostgresIndex(connections[using])
    from lienhiep.core.search.index_sqlite import SqliteIndex

    return SqliteIndex(connections[using])


LAST_PLACE = (date.max.toordinal() + 1) << ID_BITS
"""Lies behind every place."""


def place_of(day: date | None, entry_id: int) -> int:
    """Return where an entry stands: the newest day last, so that reading backwards is quick.

    An entry without a date stands before all others.
    """
    return first_place_of(day) + entry_id


def first_place_of(day: date | None) -> int:
    """Return the first place of a day."""
    return (day.toordinal() if day else 0) << ID_BITS


def day_of(place: int) -> date | None:
    """Return the day of what stands at a place."""
    ordinal = place >> ID_BITS
    return date.fromordinal(ordinal) if ordinal else None
