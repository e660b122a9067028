"""The columns of a table, in the order in which its rows give their values."""

from __future__ import annotations

import re

PIECE = re.compile(
    rb"""'(?:[^'\\]++|\\.|'')*+'|"[^"]*+"|`(?:[^`]|``)*+`|[^'"`(),]++|.""", re.DOTALL
)
COLUMN = re.compile(rb"\s*+(`(?:[^`]|``)+`|\"[^\"]+\"|\w+)\s++\w")
NO_COLUMN = frozenset(
    {"primary", "unique", "key", "index", "constraint", "fulltext", "foreign", "spatial", "check"}
)


def columns_of(inside: bytes) -> list[str]:
    """Return the names of the columns in the brackets of a statement that makes a table."""
    depth = 0
    current: list[bytes] = []
    parts: list[bytes] = []
    for found in PIECE.finditer(inside):
        piece = found.group()
        depth += (piece == b"(") - (piece == b")")
        if depth < 0:
            break
        if piece == b"," and depth == 0:
            parts.append(b"".join(current))
            current = []
        else:
            current.append(piece)
    parts.append(b"".join(current))
    return [name for part in parts if (name := _name_in(part))]


def _name_in(part: bytes) -> str:
    """Return the name of the column that a part is about; nothing where it is a key."""
    head = COLUMN.match(part)
    if head is None:
        return ""
    name = head[1].strip(b'`"').replace(b"``", b"`").decode("utf-8", "replace").lower()
    return "" if head[1][:1] not in b'`"' and name in NO_COLUMN else name
