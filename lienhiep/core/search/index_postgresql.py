"""The index in PostgreSQL: text vectors of the configuration "simple", for we fold ourselves."""

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

CREATE = (
    f"CREATE TABLE {TABLE} (place bigint PRIMARY KEY, title tsvector NOT NULL, "
    "words tsvector NOT NULL, marked_title tsvector NOT NULL, marked tsvector NOT NULL, "
    "symbols text[] NOT NULL)",
    f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
    f"CREATE INDEX {TABLE}_symbols ON {TABLE} USING gin (symbols)",
)
DROP = (f"DROP TABLE {TABLE}",)

VECTOR = "to_tsvector('simple', %s)"
ALL_WORDS = "plainto_tsquery('simple', %s)"
PHRASE_WORDS = "phraseto_tsquery('simple', %s)"


class PostgresIndex:
    """Asks with the functions that take plain words, so that none is an operator."""

    table = TABLE
    place = f"{TABLE}.place"
    join = "JOIN"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def put_all(self, texts: Iterable[tuple[int, IndexedText]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (place, title, words, marked_title, marked, symbols) "
                f"VALUES (%s, {VECTOR}, {VECTOR}, {VECTOR}, {VECTOR}, %s) "
                "ON CONFLICT (place) DO UPDATE SET title = excluded.title, "
                "words = excluded.words, marked_title = excluded.marked_title, "
                "marked = excluded.marked, symbols = excluded.symbols",
                [
                    (
                        place,
                        text.title,
                        f"{text.title} {text.body}",
                        text.marked_title,
                        f"{text.marked_title} {text.marked_body}",
                        list(text.symbols),
                    )
                    for place, text in texts
                ],
            )

    def remove(self, places: Iterable[int]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE place = ANY(%s)", [list(places)])

    def wipe_remains(self) -> None:
        """Do nothing: a row written anew takes its words along."""

    def matching(self, question: Question, *, beginning: bool = False) -> Condition:
        parts: list[str] = []
        params: list[object] = []
        words = list(question.words)
        if beginning:
            starts = {words.pop(), *question.beginnings}
            parts.append("to_tsquery('simple', %s)")
            params.append(" | ".join(f"{lexeme(start)}:*" for start in sorted(starts)))
        if words:
            parts.append(ALL_WORDS)
            params.append(" ".join(words))
        for phrase in question.phrases:
            parts.append(PHRASE_WORDS)
            params.append(" ".join(phrase))
        wanted = f"words @@ ({' && '.join(parts)})"
        if question.symbol:
            wanted = f"({wanted} OR symbols @> %s)"
            params.append([question.symbol])
        return Condition(wanted, tuple(params))

    def bearing(self, question: Question) -> Condition:
        return Condition("symbols @> %s", ([question.symbol],))

    def weigh(self, question: Question, places: list[int]) -> dict[int, int]:
        words = " ".join(question.words)
        parts = [f"(title @@ {ALL_WORDS})::int * {WORDS_IN_TITLE}"]
        params = [words]
        if len(question.words) > 1:
            parts.append(f"(title @@ {PHRASE_WORDS})::int * {PHRASE_IN_TITLE}")
            parts.append(f"(words @@ {PHRASE_WORDS})::int * {PHRASE}")
            params += [words, words]
        if question.marked:
            marked = " ".join(question.marked)
            parts.append(f"(marked_title @@ {PHRASE_WORDS})::int * {MARKS_IN_TITLE}")
            parts.append(f"(marked @@ {PHRASE_WORDS})::int * {MARKS}")
            params += [marked, marked]
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"SELECT place, {' + '.join(parts)} FROM {TABLE} WHERE place = ANY(%s)",
                [*params, places],
            )
            return dict.fromkeys(places, 0) | dict(cursor.fetchall())

    def size(self) -> int:
        with self.connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {TABLE}")
            return int(cursor.fetchone()[0])


def lexeme(word: str) -> str:
    """Return a word as `to_tsquery` takes it literally; folding has left no quote in it."""
    return f"'{word}'"
