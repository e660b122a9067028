"""The index in SQLite: an FTS5 table whose rows are in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from lienhiep.core.search.index import (
    MARKS,
    MARKS_IN_TITLE,
    PHRASE,
    PHRASE_IN_TITLE,
    WORDS_IN_TITLE,
    Condition,
    IndexedText,
)
from lienhiep.core.search.question import Question

TABLE = "core_search_text"

# We fold ourselves, so the tokenizer must leave marks alone: it does not fold ộ, and knows no đ.
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5("
    "title, body, marked_title, marked_body, symbols, "
    'tokenize = "unicode61 remove_diacritics 0")'
)
DROP = f"DROP TABLE {TABLE}"

BOTH = "{title body}"


class SqliteIndex:
    """Asks in FTS5's own language; every word is quoted, so that none is an operator."""

    table = TABLE
    place = f"{TABLE}.rowid"
    join = "CROSS JOIN"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def put_all(self, texts: Iterable[tuple[int, IndexedText]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT OR REPLACE INTO {TABLE}"
                "(rowid, title, body, marked_title, marked_body, symbols) "
                "VALUES (%s, %s, %s, %s, %s, %s)",
                [
                    (
                        place,
                        text.title,
                        text.body,
                        text.marked_title,
                        text.marked_body,
                        " ".join(text.symbols),
                    )
                    for place, text in texts
                ],
            )

    def remove(self, places: Iterable[int]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(p,) for p in places])

    def wipe_remains(self) -> None:
        with self.connection.cursor() as cursor:
            # FTS5 keeps removed words until its segments are merged.
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")

    def matching(self, question: Question, *, beginning: bool = False) -> Condition:
        words = list(question.words)
        if beginning:
            last = words.pop()
            endings = " OR ".join(
                f"{BOTH} : {quoted(start)}*" for start in {last, *question.beginnings}
            )
            parts = [f"{BOTH} : {quoted(word)}" for word in words] + [f"({endings})"]
        else:
            parts = [f"{BOTH} : {quoted(word)}" for word in words]
        parts += [f"{BOTH} : {quoted(*phrase)}" for phrase in question.phrases]
        wanted = " AND ".join(parts)
        if question.symbol:
            wanted = f"({wanted}) OR symbols : {quoted(question.symbol)}"
        return self._where(wanted)

    def bearing(self, question: Question) -> Condition:
        return self._where(f"symbols : {quoted(question.symbol)}")

    def weigh(self, question: Question, places: list[int]) -> dict[int, int]:
        asked = [(WORDS_IN_TITLE, " AND ".join(f"title : {quoted(w)}" for w in question.words))]
        if len(question.words) > 1:
            asked.append((PHRASE_IN_TITLE, f"title : {quoted(*question.words)}"))
            asked.append((PHRASE, f"{BOTH} : {quoted(*question.words)}"))
        if question.marked:
            asked.append((MARKS_IN_TITLE, f"marked_title : {quoted(*question.marked)}"))
            in_either = "{marked_title marked_body}"
            asked.append((MARKS, f"{in_either} : {quoted(*question.marked)}"))
        # One after the other in one statement; the range keeps FTS5 from reading older rows.
        within = f"{TABLE} MATCH %s AND rowid BETWEEN %s AND %s"
        sql = " UNION ALL ".join(
            f"SELECT {weight}, rowid FROM {TABLE} WHERE {within}" for weight, _asked in asked
        )
        first, last = min(places), max(places)
        params = [value for _weight, match in asked for value in (match, first, last)]
        weights = dict.fromkeys(places, 0)
        with self.connection.cursor() as cursor:
            cursor.execute(sql, params)
            for weight, place in cursor.fetchall():
                if place in weights:
                    weights[place] += weight
        return weights

    def size(self) -> int:
        with self.connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {TABLE}")
            return int(cursor.fetchone()[0])

    def _where(self, match: str) -> Condition:
        return Condition(f"{TABLE} MATCH %s", (match,))


def quoted(*words: str) -> str:
    """Return words as one FTS5 phrase; folding has left no quotation mark in them."""
    return '"' + " ".join(words) + '"'
