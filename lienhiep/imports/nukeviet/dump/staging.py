"""The tables of a dump in a file of SQLite, so that they are read by name and in any order."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lienhiep.imports.nukeviet.dump.letters import LIKE_UTF8, letters
from lienhiep.imports.nukeviet.dump.live import events_of
from lienhiep.imports.nukeviet.dump.statements import Broken, Reader, Rows, Table
from lienhiep.imports.nukeviet.dump.streams import opened

ENDINGS = (
    "_rows|_detail|_cat|_topics|_block|_block_cat|_tags|_tags_id|_sources|_author|_authorlist"
    "|_bodyhtml_\\d+|_bodytext|_comments?|_users|_config|_counter|_modules|_modfuncs|_voting"
    "|_voting_rows|_contact_send|_contact_department|_contact_reply|_authors"
)
WANTED = re.compile(rf"(?:^|.)(?:{ENDINGS})$", re.IGNORECASE)
PAGE_COLUMNS = frozenset({"title", "bodytext"})
NUMBERED = re.compile(r"_\d+$")

Told = Callable[[int], None]


class Staging:
    """The tables that matter, each value as text, number or nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = sqlite3.connect(path)
        self.base.execute("PRAGMA journal_mode=OFF")
        self.base.execute("PRAGMA synchronous=OFF")
        self.base.row_factory = sqlite3.Row
        self.tables: dict[tuple[str, str], tuple[str, ...]] = {}
        self.charsets: dict[tuple[str, str], str] = {}
        self.broken: list[Broken] = []
        self.odd_rows: Counter[tuple[str, str]] = Counter()
        """Rows with more or fewer values than columns, by table."""
        self.mended: Counter[tuple[str, str]] = Counter()
        """Values of which the letters were mended, by table."""
        self.without_columns: set[tuple[str, str]] = set()

    # Filling

    def fill(self, path: Path, tell: Told | None = None) -> None:
        """Read a dump."""
        with opened(path) as pieces:
            reader = Reader(pieces, self._matters)
            told = 0
            for event in reader.events():
                if isinstance(event, Rows):
                    self._put(event)
                elif isinstance(event, Table):
                    self._make(event)
                else:
                    self.broken.append(event)
                if tell is not None and pieces.read - told > 8 << 20:
                    told = pieces.read
                    tell(told)
        self.base.commit()

    def fill_from_server(self, address: str, tell: Told | None = None) -> None:
        """Read a database of a server that runs."""
        count = 0
        for event in events_of(address, self._is_wanted):
            if isinstance(event, Rows):
                self._put(event)
                count += len(event.rows)
                if tell is not None:
                    tell(count)
            elif isinstance(event, Table):
                self._make(event)
        self.base.commit()

    def _is_wanted(self, table: Table) -> bool:
        return bool(WANTED.search(table.name)) or set(table.columns) >= PAGE_COLUMNS

    def _matters(self, name: str) -> bool:
        if WANTED.search(name):
            return True
        return any(
            known == name and set(columns) >= PAGE_COLUMNS
            for (_database, known), columns in self.tables.items()
        )

    def _make(self, table: Table) -> None:
        key = (table.database, table.name)
        if table.is_kept and key in self.tables:
            return
        if key in self.tables:
            self.base.execute(f"DROP TABLE IF EXISTS {_quoted(key)}")
            del self.tables[key]
        if not table.columns or not self._is_wanted(table):
            return
        self.tables[key] = table.columns
        self.charsets[key] = table.charset
        columns = ", ".join(f'"{one}"' for one in dict.fromkeys(table.columns))
        self.base.execute(f"CREATE TABLE {_quoted(key)} ({columns})")

    def _put(self, event: Rows) -> None:
        key = (event.database, event.name)
        if key not in self.tables:
            if event.columns is None:
                self.without_columns.add(key)
                return
            self._make(Table(event.database, event.name, event.columns))
            if key not in self.tables:
                return
        names = event.columns or self.tables[key]
        known = [name in self.tables[key] for name in names]
        charset = self.charsets.get(key) or event.charset
        said = event.charset if event.charset not in LIKE_UTF8 else charset
        fitting = []
        for row in event.rows:
            if len(row) != len(names):
                self.odd_rows[key] += 1
                continue
            fitting.append([self._value(one, said, key) for one in row])
        if not all(known):
            fitting = [
                [v for v, is_known in zip(row, known, strict=True) if is_known] for row in fitting
            ]
            names = tuple(name for name, is_known in zip(names, known, strict=True) if is_known)
        columns = ", ".join(f'"{one}"' for one in names)
        marks = ", ".join("?" * len(names))
        self.base.executemany(f"INSERT INTO {_quoted(key)} ({columns}) VALUES ({marks})", fitting)

    def _value(self, value: Any, charset: str, key: tuple[str, str]) -> Any:
        if isinstance(value, bytes):
            text, was_mended = letters(value, charset)
            self.mended[key] += was_mended
            return text
        if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
            return str(value)
        return value

    # Reading

    def has(self, database: str, name: str) -> bool:
        """Return whether a table is there."""
        return (database, name) in self.tables

    def columns(self, database: str, name: str) -> tuple[str, ...]:
        """Return the names of the columns of a table, none where it is not there."""
        return self.tables.get((database, name), ())

    def count(self, database: str, name: str) -> int:
        """Return how many rows a table has."""
        if not self.has(database, name):
            return 0
        return self.base.execute(f"SELECT count(*) FROM {_quoted((database, name))}").fetchone()[0]

    def rows(self, database: str, name: str, order: str = "") -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a table, in the order of a column of numbers or as they came."""
        if not self.has(database, name):
            return
        by = "rowid"
        if order in self.tables[database, name]:
            by = f'CAST("{order}" AS INTEGER), rowid'
        yield from self.base.execute(f"SELECT * FROM {_quoted((database, name))} ORDER BY {by}")

    def index(self, database: str, name: str, column: str) -> None:
        """Let rows of a table be found by a column."""
        if column in self.columns(database, name):
            place = f'"i_{database}_{name}_{column}"'
            self.base.execute(
                f'CREATE INDEX IF NOT EXISTS {place} ON {_quoted((database, name))}("{column}")'
            )

    def matching(
        self, database: str, name: str, column: str, values: Sequence[Any]
    ) -> list[Mapping[str, Any]]:
        """Return the rows of a table of which a column has one of some values."""
        if column not in self.columns(database, name) or not values:
            return []
        wanted: list[Any] = []
        for value in values:
            wanted.append(str(value))
            if str(value).lstrip("-").isdigit():
                wanted.append(int(value))
        marks = ", ".join("?" * len(wanted))
        return self.base.execute(
            f'SELECT * FROM {_quoted((database, name))} WHERE "{column}" IN ({marks}) '
            "ORDER BY rowid",
            wanted,
        ).fetchall()

    def orphans(
        self, database: str, name: str, column: str, master: str, key: str
    ) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a table of which a column names no row of another."""
        if column not in self.columns(database, name) or key not in self.columns(database, master):
            return
        yield from self.base.execute(
            f'SELECT * FROM {_quoted((database, name))} WHERE "{column}" IS NULL OR "{column}" '
            f'NOT IN (SELECT "{key}" FROM {_quoted((database, master))} WHERE "{key}" IS NOT NULL)'
        ).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self.base.close()


def _quoted(key: tuple[str, str]) -> str:
    return '"' + ".".join(key).replace('"', '""') + '"'


@contextmanager
def staged(source: Path | str, tell: Told | None = None) -> Iterator[Staging]:
    """Read a dump, or a database by its address, into a file that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="lienhiep-nukeviet-") as folder:
        staging = Staging(Path(folder) / "tables.sqlite3")
        try:
            if isinstance(source, Path):
                staging.fill(source, tell)
            else:
                staging.fill_from_server(source, tell)
            yield staging
        finally:
            staging.close()
