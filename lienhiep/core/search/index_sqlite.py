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

LAST_CHARACTER = "\U0010ffff"
"""Sorts behind every other."""


class SqliteIndex:
    """Asks in FTS5's own language; every word is quoted, so that none is an operator."""

    table = TABLE

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

    def places(self, question: Question) -> Condition:
        words = list(question.words)
        starts = {words.pop(), *question.beginnings}
        endings = " OR ".join(f"{BOTH} : {quoted(start)}*" for start in sorted(starts))
        parts = [f"{BOTH} : {quoted(word)}" for word in words] + [f"({endings})"]
        match = _with_number(question, parts)
        return Condition(f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", (match,))

    def newest(
        self, question: Question, among: Condition, limit: int, *, since: int, until: int
    ) -> list[tuple[int, str]]:
        match = _with_number(question, [f"{BOTH} : {quoted(word)}" for word in question.words])
        # CROSS JOIN lets the index lead, which gives the newest first and is left at the limit.
        sql = (
            f"SELECT {TABLE}.rowid, core_searchentry.kind FROM {TABLE} CROSS JOIN core_searchentry "
            f"ON core_searchentry.place = {TABLE}.rowid WHERE {TABLE} MATCH %s "
            f"AND {TABLE}.rowid >= %s AND {TABLE}.rowid < %s AND {among.sql} "
            f"ORDER BY {TABLE}.rowid DESC LIMIT %s"
        )
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [match, since, until, *among.params, limit])
            return [(int(place), str(kind)) for place, kind in cursor.fetchall()]

    def numbered(self, symbol: str, among: Condition, limit: int) -> list[int]:
        sql = (
            f"SELECT {TABLE}.rowid FROM {TABLE} CROSS JOIN core_searchentry "
            f"ON core_searchentry.place = {TABLE}.rowid WHERE {TABLE} MATCH %s AND {among.sql} "
            f"ORDER BY {TABLE}.rowid DESC LIMIT %s"
        )
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [f"symbols : {quoted(symbol)}", *among.params, limit])
            return [int(place) for (place,) in cursor.fetchall()]

    def titles_beginning(self, title_key: str, among: Condition, limit: int) -> list[int]:
        # LIKE uses no index here; a range does.
        sql = (
            "SELECT core_searchentry.place FROM core_searchentry "
            "INDEXED BY core_searchentry_title WHERE core_searchentry.title_key >= %s "
            "AND core_searchentry.title_key < %s "
            f"AND {among.sql} ORDER BY core_searchentry.title_key LIMIT %s"
        )
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [title_key, f"{title_key}{LAST_CHARACTER}", *among.params, limit])
            return [int(place) for (place,) in cursor.fetchall() if place is not None]

    def words_beginning(self, key: str, limit: int) -> list[tuple[str, int]]:
        sql = (
            "SELECT written, uses FROM core_searchword WHERE key >= %s AND key < %s "
            "ORDER BY uses DESC, key LIMIT %s"
        )
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [key, f"{key}{LAST_CHARACTER}", limit])
            return [(str(written), int(uses)) for written, uses in cursor.fetchall()]

    def weigh(self, question: Question, places: list[int]) -> dict[int, int]:
        # The texts of these few are read and looked through here: to ask FTS5 for a phrase
        # would read the lists of its words over all years.
        marks = ", ".join(["%s"] * len(places))
        sql = (
            f"SELECT rowid, title, body, marked_title, marked_body FROM {TABLE} "
            f"WHERE rowid IN ({marks})"
        )
        weights = dict.fromkeys(places, 0)
        with self.connection.cursor() as cursor:
            cursor.execute(sql, places)
            for place, *texts in cursor.fetchall():
                weights[int(place)] = _weight(question, *(f" {text} " for text in texts))
        return weights

    def size(self) -> int:
        with self.connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {TABLE}")
            return int(cursor.fetchone()[0])


def _weight(question: Question, title: str, body: str, marked_title: str, marked_body: str) -> int:
    """Return how well an entry fits; each text has a space at either end, as each word there."""
    phrase, marked = f" {' '.join(question.words)} ", f" {' '.join(question.marked)} "
    weight = WORDS_IN_TITLE if all(f" {word} " in title for word in question.words) else 0
    if len(question.words) > 1:
        weight += PHRASE_IN_TITLE if phrase in title else 0
        weight += PHRASE if phrase in title or phrase in body else 0
    if question.marked:
        weight += MARKS_IN_TITLE if marked in marked_title else 0
        weight += MARKS if marked in marked_title or marked in marked_body else 0
    return weight


def _with_number(question: Question, parts: list[str]) -> str:
    """Return what holds all parts and all phrases, or bears the number asked for."""
    wanted = " AND ".join([*parts, *(f"{BOTH} : {quoted(*phrase)}" for phrase in question.phrases)])
    if question.symbol:
        wanted = f"({wanted}) OR symbols : {quoted(question.symbol)}"
    return wanted


def quoted(*words: str) -> str:
    """Return words as one FTS5 phrase; folding has left no quotation mark in them."""
    return '"' + " ".join(words) + '"'
