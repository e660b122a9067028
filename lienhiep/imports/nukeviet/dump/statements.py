"""The statements of a dump, one after the other; rows of tables that matter are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lienhiep.imports.nukeviet.dump.columns import columns_of
from lienhiep.imports.nukeviet.dump.streams import Pieces
from lienhiep.imports.nukeviet.dump.values import VALUE, meant

SPACE = re.compile(rb"[\s;]*+")
COMMENT = re.compile(rb"(?:--(?=[\s]|$)[^\n]*+\n|\#[^\n]*+\n)")
LONG_COMMENT = re.compile(rb"/\*(?P<inside>.*?)\*/", re.DOTALL)
DELIMITER = re.compile(rb"DELIMITER[ \t]+(\S+)[^\n]*\n", re.IGNORECASE)
NAME = rb"(?:`(?:[^`]|``)+`|\"[^\"]+\"|[\w$\-{}|]+)"
FULL_NAME = rb"(?P<name>" + NAME + rb"(?:\s*\.\s*" + NAME + rb")?)"
INSERT = re.compile(
    rb"(?:INSERT|REPLACE)(?:\s+(?:IGNORE|DELAYED|LOW_PRIORITY|HIGH_PRIORITY))*(?:\s+INTO)?\s+"
    + FULL_NAME
    + rb"\s*(?:\((?P<columns>[^()]*)\))?\s*VALUES?\s*(?=\()",
    re.IGNORECASE,
)
INSERT_WORD = re.compile(rb"(?:INSERT|REPLACE)\b", re.IGNORECASE)
CREATE = re.compile(
    rb"CREATE\s+(?:TEMPORARY\s+)?TABLE\s+(?P<kept>IF\s+NOT\s+EXISTS\s+)?" + FULL_NAME + rb"\s*\(",
    re.IGNORECASE,
)
DROP = re.compile(rb"DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?" + FULL_NAME, re.IGNORECASE)
USE = re.compile(rb"USE\s+(?P<name>" + NAME + rb")", re.IGNORECASE)
SET_NAMES = re.compile(rb"SET\s+NAMES\s+'?(\w+)", re.IGNORECASE)
CHARSET = re.compile(rb"(?:CHARSET|CHARACTER SET)\s*=?\s*(\w+)", re.IGNORECASE)
PART = re.compile(
    rb"""(?:[^'"`;\\/\-\#]++|'(?:[^'\\]++|\\.|'')*+'|"(?:[^"\\]++|\\.|"")*+"|`[^`]*+`
    |/\*.*?\*/|--(?=\s)[^\n]*+\n|\#[^\n]*+\n|\\.|[/\-])""",
    re.DOTALL | re.VERBOSE,
)
LONGEST_HEAD = 4 << 20
"""Bytes of a statement that is looked at as a whole, such as the columns of a table."""


@dataclass(frozen=True)
class Table:
    """A table that a dump makes: its database, name, columns, and the letters it is kept in."""

    database: str
    name: str
    columns: tuple[str, ...] = ()
    charset: str = ""
    is_kept: bool = False
    """Made only where it is not there yet."""


@dataclass(frozen=True)
class Rows:
    """Some rows of a table, with the names of their columns where the statement tells them."""

    database: str
    name: str
    columns: tuple[str, ...] | None
    charset: str
    rows: Sequence[tuple[Any, ...]]


@dataclass(frozen=True)
class Broken:
    """A part of the dump that could not be read, and how many bytes from its beginning."""

    database: str
    name: str
    place: int
    why: str


Event = Table | Rows | Broken
AT_ONCE = 500


@dataclass
class Reader:
    """Goes through a dump from its beginning to its end."""

    pieces: Pieces
    wanted: Callable[[str], bool]
    database: str = ""
    charset: str = "utf8mb4"
    delimiter: bytes = b";"
    _seen: dict[str, int] = field(default_factory=dict)

    def events(self) -> Iterator[Event]:
        """Yield tables and rows in the order of the dump."""
        pieces = self.pieces
        pieces.more()
        if pieces.buffer.startswith(b"\xef\xbb\xbf"):
            pieces.place = 3
        while self._fill(64):
            if self._passed_over():
                continue
            if INSERT_WORD.match(pieces.buffer, pieces.place):
                yield from self._insert()
            else:
                yield from self._other()
        if pieces.broke_off:
            yield Broken(self.database, "", pieces.read, "cut_off")

    # Moving on

    def _fill(self, needed: int) -> bool:
        """Let so many bytes lie ready, or all that are left; return whether any are."""
        pieces = self.pieces
        while len(pieces.buffer) - pieces.place < needed and pieces.more():
            pass
        return pieces.place < len(pieces.buffer)

    def _passed_over(self) -> bool:
        """Go past white space, comments and settings; return whether something was passed."""
        pieces = self.pieces
        found = SPACE.match(pieces.buffer, pieces.place)
        if found is not None and found.end() > pieces.place:
            pieces.place = found.end()
            return True
        for pattern in (COMMENT, DELIMITER):
            head = pieces.buffer[pieces.place : pieces.place + 10]
            if not (head.startswith((b"--", b"#")) or head[:9].upper() == b"DELIMITER"):
                break
            while (found := pattern.match(pieces.buffer, pieces.place)) is None:
                if b"\n" in pieces.buffer[pieces.place :] or not pieces.more():
                    break
            if found is not None:
                pieces.place = found.end()
                if pattern is DELIMITER:
                    self.delimiter = found[1]
                return True
            if pattern is COMMENT and pieces.is_over and head.startswith((b"--", b"#")):
                pieces.place = len(pieces.buffer)
                return True
        if pieces.buffer.startswith(b"/*", pieces.place):
            return self._long_comment()
        return False

    def _long_comment(self) -> bool:
        pieces = self.pieces
        while (found := LONG_COMMENT.match(pieces.buffer, pieces.place)) is None:
            if not pieces.more():
                pieces.place = len(pieces.buffer)
                return True
        if names := SET_NAMES.search(found["inside"]):
            self.charset = names[1].decode().lower()
        pieces.place = found.end()
        return True

    def _skip(self) -> bool:
        """Go past the rest of a statement; return whether its end was found."""
        pieces = self.pieces
        if self.delimiter != b";":
            while (end := pieces.buffer.find(self.delimiter, pieces.place)) < 0:
                pieces.place = max(pieces.place, len(pieces.buffer) - len(self.delimiter))
                if not pieces.more():
                    pieces.place = len(pieces.buffer)
                    return False
            pieces.place = end + len(self.delimiter)
            return True
        while True:
            buffer, place = pieces.buffer, pieces.place
            while (found := PART.match(buffer, place)) is not None:
                place = found.end()
            if place < len(buffer) and buffer[place : place + 1] == b";":
                pieces.place = place + 1
                return True
            # Where a part ends with what was read, the next bytes may belong to it.
            pieces.place = place if place < len(buffer) else pieces.place
            if place >= len(buffer):
                pieces.place = place
            if not pieces.more():
                pieces.place = len(pieces.buffer)
                return False

    # Statements

    def _other(self) -> Iterator[Event]:
        pieces = self.pieces
        self._fill(PREFIX)
        buffer, place = pieces.buffer, pieces.place
        if found := CREATE.match(buffer, place):
            yield self._table(found)
            return
        if found := USE.match(buffer, place):
            self.database = plain(found["name"])[1]
        elif found := DROP.match(buffer, place):
            database, name = plain(found["name"])
            yield Table(database or self.database, name)
        elif found := SET_NAMES.match(buffer, place):
            self.charset = found[1].decode().lower()
        self._skip()

    def _table(self, head: re.Match[bytes]) -> Table:
        """Return what a table is made of, in the order of its columns."""
        pieces = self.pieces
        database, name = plain(head["name"])
        is_kept = bool(head["kept"])
        begin = head.end() - pieces.place
        while True:
            start, text = pieces.place, pieces.buffer
            ended = self._skip_here(start + begin)
            if ended is not None or len(text) - start > LONGEST_HEAD or not pieces.more():
                break
        inside = text[start + begin : ended or len(text)]
        pieces.place = ended or len(text)
        tail = inside[inside.rfind(b")") :]
        found = CHARSET.search(tail)
        return Table(
            database or self.database,
            name,
            tuple(columns_of(inside)),
            found[1].decode().lower() if found else "",
            is_kept,
        )

    def _skip_here(self, place: int) -> int | None:
        """Return where a statement that lies in memory ends, None where it does not yet."""
        buffer = self.pieces.buffer
        while (found := PART.match(buffer, place)) is not None:
            place = found.end()
        return place + 1 if buffer[place : place + 1] == b";" else None

    def _insert(self) -> Iterator[Event]:
        pieces = self.pieces
        self._fill(PREFIX)
        found = INSERT.match(pieces.buffer, pieces.place)
        if found is None:
            self._skip()  # INSERT … SELECT, or a form that no dump writes
            return
        database, name = plain(found["name"])
        database = database or self.database
        if not self.wanted(name):
            pieces.place = found.end()
            if not self._skip():
                yield Broken(database, name, pieces.read, "cut_off")
            return
        columns = None
        if found["columns"] is not None:
            columns = tuple(plain(one)[1].lower() for one in found["columns"].split(b","))
        pieces.place = found.end()
        yield from self._rows(database, name, columns)

    def _rows(self, database: str, name: str, columns: tuple[str, ...] | None) -> Iterator[Event]:
        pieces = self.pieces
        gathered: list[tuple[Any, ...]] = []
        problem = ""
        while True:
            row = self._row()
            if row is None:
                problem = "cut_off" if pieces.is_over else "unreadable"
                break
            gathered.append(row)
            if len(gathered) == AT_ONCE:
                yield Rows(database, name, columns, self.charset, gathered)
                gathered = []
            self._fill(16)
            self._pass_space()
            sign = pieces.buffer[pieces.place : pieces.place + 1]
            if sign == b",":
                pieces.place += 1
                self._pass_space()
                if pieces.buffer[pieces.place : pieces.place + 1] == b"(":
                    continue
                # NukeViet's own backup ends so where a table lost rows while it was written.
            elif sign not in (b";", b"") and not ON_DUPLICATE.match(pieces.buffer, pieces.place):
                problem = "unreadable"
            break
        if gathered:
            yield Rows(database, name, columns, self.charset, gathered)
        if problem:
            yield Broken(database, name, pieces.read, problem)
        if pieces.buffer[pieces.place : pieces.place + 1] == b";":
            pieces.place += 1
        elif problem or ON_DUPLICATE.match(pieces.buffer, pieces.place):
            self._skip()

    def _pass_space(self) -> None:
        """Go past white space inside a statement."""
        pieces = self.pieces
        while True:
            while pieces.buffer[pieces.place : pieces.place + 1] in WHITE:
                pieces.place += 1
            if pieces.place < len(pieces.buffer) or not pieces.more():
                return

    def _row(self) -> tuple[Any, ...] | None:
        """Return the values of the row that begins here, None where it cannot be read."""
        pieces = self.pieces
        while True:
            values: list[Any] = []
            place = pieces.place + 1
            match, buffer = VALUE.match, pieces.buffer
            while (found := match(buffer, place)) is not None:
                values.append(meant(found))
                place = found.end()
                if found["end"] == b")":
                    pieces.place = place
                    return tuple(values)
            # Either the row goes on beyond what was read, or it is no row.
            if _is_wrong(buffer, place) or not pieces.more():
                return None


PREFIX = 8192
WHITE = (b" ", b"\n", b"\r", b"\t")
ON_DUPLICATE = re.compile(rb"ON\s+DUPLICATE", re.IGNORECASE)
STARTS = re.compile(rb"\s*+(?:[_xXbB'\"0-9.+\-A-Za-z]|$)")


def _is_wrong(buffer: bytes, place: int) -> bool:
    """Return whether what stands here is surely no value, however much more is read."""
    if STARTS.match(buffer, place) is None:
        return True
    # A closed quotation followed by something else than a comma or a bracket.
    closed = CLOSED.match(buffer, place)
    return closed is not None


CLOSED = re.compile(rb"\s*+'(?:[^'\\]++|\\.|'')*+'\s*+[^,)\s']", re.DOTALL)


def plain(name: bytes) -> tuple[str, str]:
    """Return the database, where it is named, and the name itself, without quotation marks."""
    parts = [
        (one[0] or one[1] or one[2]).replace(b"``", b"`").decode("utf-8", "replace")
        for one in re.findall(rb"`((?:[^`]|``)+)`|\"([^\"]+)\"|([\w$\-{}|]+)", name.strip())
    ]
    if not parts:
        return "", ""
    return (parts[0], parts[1]) if len(parts) > 1 else ("", parts[0])
