"""The index in PostgreSQL: text vectors that we write ourselves, parted by the quarters of years.

A GIN index gives all rows that hold a word and knows no order: the newest twenty of 300,000
would cost the reading of all. So each word stands in it together with the quarter of its entry
("cfvdien" for "dien"), and a question is put to one quarter after the other, the newest first,
until there is enough. A rare word costs a look into each quarter, some twenty microseconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from lienhiep.core.search.index import (
    MARKS,
    MARKS_IN_TITLE,
    PHRASE,
    PHRASE_IN_TITLE,
    WORDS_IN_TITLE,
    Condition,
    IndexedText,
    day_of,
)
from lienhiep.core.search.question import Question

TABLE = "core_search_text"

CREATE = (
    f"CREATE TABLE {TABLE} (place bigint PRIMARY KEY, quarter integer NOT NULL, "
    "title tsvector NOT NULL, words tsvector NOT NULL, marked_title tsvector NOT NULL, "
    "marked tsvector NOT NULL, symbols text[] NOT NULL)",
    # What was fed last waits in a list that is read through with each question: keep it short.
    f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words) WITH (gin_pending_list_limit = 256)",
    f"CREATE INDEX {TABLE}_symbols ON {TABLE} USING gin (symbols) "
    "WITH (gin_pending_list_limit = 256)",
    f"CREATE INDEX {TABLE}_quarter ON {TABLE} (quarter)",
)
DROP = (f"DROP TABLE {TABLE}",)

INSERT = (
    f"INSERT INTO {TABLE} (place, quarter, title, words, marked_title, marked, symbols) "
    "VALUES (%s, %s, %s::tsvector, %s::tsvector, %s::tsvector, %s::tsvector, %s) "
    "ON CONFLICT (place) DO UPDATE SET quarter = excluded.quarter, title = excluded.title, "
    "words = excluded.words, marked_title = excluded.marked_title, "
    "marked = excluded.marked, symbols = excluded.symbols"
)

QUARTERS = 4

HERE = "@"
"""Stands in a question where the letters of the quarter come; folding leaves no such sign."""

PREFIX = (
    "(chr(97 + q.quarter / 676) || chr(97 + q.quarter / 26 %% 26) || chr(97 + q.quarter %% 26))"
)
"""The letters of a quarter, as `letters_of` writes them."""

NEWEST_QUARTER_FIRST = (
    "WITH RECURSIVE stairs(quarter) AS ("
    f"SELECT max(quarter) FROM {TABLE} WHERE quarter <= %s UNION ALL "
    f"SELECT (SELECT max(t.quarter) FROM {TABLE} t WHERE t.quarter < stairs.quarter) "
    "FROM stairs WHERE stairs.quarter >= %s) "
)
"""Goes down from quarter to quarter, over those without an entry, only as far as it is read."""

FROM_STAIRS = "(SELECT quarter FROM stairs WHERE quarter >= %s OFFSET 0) q"


class PostgresIndex:
    """Writes vectors and questions itself, so that nothing typed is an operator."""

    table = TABLE

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def put_all(self, texts: Iterable[tuple[int, IndexedText]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(INSERT, [row_of(place, text) for place, text in texts])

    def remove(self, places: Iterable[int]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE place = ANY(%s)", [list(places)])

    def wipe_remains(self) -> None:
        """Do nothing: a row written anew takes its words along."""

    def places(self, question: Question) -> Condition:
        words = list(question.words)
        starts = {words.pop(), *question.beginnings}
        endings = " | ".join(f"{lexeme(start)}:*" for start in sorted(starts))
        parts = [*map(lexeme, words), f"({endings})"]
        newest, oldest = 26**3, 0
        return Condition(
            f"{NEWEST_QUARTER_FIRST}SELECT found.place FROM {FROM_STAIRS} CROSS JOIN LATERAL "
            f"(SELECT place FROM {TABLE} WHERE words @@ replace(%s, '{HERE}', {PREFIX})::tsquery "
            "OFFSET 0) found",
            (newest, oldest, oldest, asked(question, parts)),
        )

    def newest(
        self, question: Question, among: Condition, limit: int, *, since: int, until: int
    ) -> list[tuple[int, str]]:
        newest, oldest = quarter_of(until - 1), quarter_of(since)
        # Each step stands in a subquery of its own, so that no other order can be chosen.
        sql = (
            f"{NEWEST_QUARTER_FIRST}SELECT entry.place, entry.kind FROM {FROM_STAIRS} "
            f"CROSS JOIN LATERAL (SELECT place FROM {TABLE} "
            f"WHERE words @@ replace(%s, '{HERE}', {PREFIX})::tsquery "
            "AND place >= %s AND place < %s ORDER BY place DESC OFFSET 0) found "
            "CROSS JOIN LATERAL (SELECT place, kind FROM core_searchentry "
            f"WHERE core_searchentry.place = found.place AND {among.sql} LIMIT 1) entry LIMIT %s"
        )
        wanted = asked(question, [lexeme(word) for word in question.words])
        params: list[Any] = [newest, oldest, oldest, wanted, since, until, *among.params, limit]
        with self.connection.cursor() as cursor:
            cursor.execute(sql, params)
            return sorted(((int(p), str(kind)) for p, kind in cursor.fetchall()), reverse=True)

    def numbered(self, symbol: str, among: Condition, limit: int) -> list[int]:
        sql = (
            f"WITH found AS MATERIALIZED (SELECT place FROM {TABLE} WHERE symbols @> %s) "
            "SELECT found.place FROM found JOIN core_searchentry "
            f"ON core_searchentry.place = found.place WHERE {among.sql} "
            "ORDER BY found.place DESC LIMIT %s"
        )
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [[symbol], *among.params, limit])
            return [int(place) for (place,) in cursor.fetchall()]

    def titles_beginning(self, title_key: str, among: Condition, limit: int) -> list[int]:
        # The order of the index with the operators of patterns, whatever the collation.
        sql = (
            "SELECT core_searchentry.place FROM core_searchentry "
            f"WHERE core_searchentry.title_key LIKE %s AND {among.sql} "
            "ORDER BY core_searchentry.title_key USING ~<~ LIMIT %s"
        )
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [f"{title_key}%", *among.params, limit])
            return [int(place) for (place,) in cursor.fetchall() if place is not None]

    def words_beginning(self, key: str, limit: int) -> list[tuple[str, int]]:
        sql = (
            "SELECT written, uses FROM core_searchword WHERE key LIKE %s "
            "ORDER BY uses DESC, key LIMIT %s"
        )
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [f"{key}%", limit])
            return [(str(written), int(uses)) for written, uses in cursor.fetchall()]

    def weigh(self, question: Question, places: list[int]) -> dict[int, int]:
        words, marked = list(question.words), list(question.marked)
        parts = [f"(title @@ %s::tsquery)::int * {WORDS_IN_TITLE}"]
        params = [" & ".join(quoted(word) for word in words)]
        if len(words) > 1:
            parts.append(f"(title @@ %s::tsquery)::int * {PHRASE_IN_TITLE}")
            parts.append(f"(words @@ replace(%s, '{HERE}', {PREFIX})::tsquery)::int * {PHRASE}")
            params += [_in_order(map(quoted, words)), _in_order(map(lexeme, words))]
        if marked:
            parts.append(f"(marked_title @@ %s::tsquery)::int * {MARKS_IN_TITLE}")
            parts.append(f"(marked @@ %s::tsquery)::int * {MARKS}")
            params += [_in_order(map(quoted, marked))] * 2
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"SELECT place, {' + '.join(parts)} FROM {TABLE} q WHERE place = ANY(%s)",
                [*params, places],
            )
            return dict.fromkeys(places, 0) | dict(cursor.fetchall())

    def size(self) -> int:
        with self.connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {TABLE}")
            return int(cursor.fetchone()[0])


def row_of(place: int, text: IndexedText) -> tuple[object, ...]:
    """Return what the table keeps of an entry."""
    quarter = quarter_of(place)
    return (
        place,
        quarter,
        vector(text.title),
        vector(f"{text.title} {text.body}", letters_of(quarter)),
        vector(text.marked_title),
        vector(f"{text.marked_title} {text.marked_body}"),
        list(text.symbols),
    )


LAST_POSITION = 16_383
"""PostgreSQL tells words behind this one no more apart by their order."""


def vector(words: str, prefix: str = "") -> str:
    """Return words as PostgreSQL reads a text vector: each once, with where it stands."""
    stands: dict[str, list[str]] = defaultdict(list)
    for number, word in enumerate(words.split(), 1):
        stands[word].append(str(min(number, LAST_POSITION)))
    return " ".join(f"'{prefix}{word}':{','.join(numbers)}" for word, numbers in stands.items())


def quarter_of(place: int) -> int:
    """Return the quarter in which an entry stands, counted through all years; 0 without a date."""
    day = day_of(place)
    return day.year * QUARTERS + (day.month - 1) // 3 if day else 0


def letters_of(quarter: int) -> str:
    """Return the three letters that stand before the words of a quarter."""
    return f"{chr(97 + quarter // 676)}{chr(97 + quarter // 26 % 26)}{chr(97 + quarter % 26)}"


def asked(question: Question, parts: list[str]) -> str:
    """Return what holds all parts and all phrases, or bears the number asked for."""
    phrases = (f"({_in_order(map(lexeme, phrase))})" for phrase in question.phrases)
    wanted = " & ".join([*parts, *phrases])
    return f"({wanted}) | {lexeme(question.symbol)}" if question.symbol else wanted


def lexeme(word: str) -> str:
    """Return a word as it stands in the vector of its quarter; folding has left no quote in it."""
    return f"'{HERE}{word}'"


def quoted(word: str) -> str:
    """Return a word as it stands in the other vectors."""
    return f"'{word}'"


def _in_order(lexemes: Iterable[str]) -> str:
    return " <-> ".join(lexemes)
