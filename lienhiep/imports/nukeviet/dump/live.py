"""A MySQL or MariaDB server that still runs, read into the same file of tables as a dump."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.imports.nukeviet.dump.statements import Event, Rows, Table

PORT = 3306
AT_ONCE = 500
SECONDS = 60
"""How long an answer of the server is waited for."""


def events_of(address: str, wanted: Callable[[Table], bool]) -> Iterator[Event]:
    """Yield the tables and rows of a database, as a reader of a dump does; nothing is written.

    `address` is mysql://USER:PASSWORD@HOST:PORT/DATABASE; the password may stand in MYSQL_PWD.
    """
    connection = _connected(address)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET SESSION TRANSACTION READ ONLY")
            cursor.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT")
            cursor.execute("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")
            names = [_text(row[0]) for row in cursor.fetchall()]
        for name in names:
            yield from _of_table(connection, name, wanted)
    finally:
        connection.close()


def _connected(address: str) -> Any:
    try:
        import pymysql  # only those who read a live server install it
    except ImportError as missing:
        raise ValidationError(
            _("To read a live server install what %(file)s lists, or export a dump first.")
            % {"file": "requirements/server.txt"}
        ) from missing
    parts = urlsplit(address)
    try:
        if parts.scheme not in ("mysql", "mariadb") or not parts.hostname or len(parts.path) < 2:
            raise ValueError
        port = parts.port or PORT
    except ValueError as wrong:
        raise ValidationError(
            _("Write the address of the server like mysql://user@host:3306/database.")
        ) from wrong
    try:
        return pymysql.connect(
            host=parts.hostname,
            port=port,
            user=unquote(parts.username or ""),
            password=_password(parts.password).encode(),  # as text it would have to be Latin
            database=unquote(parts.path[1:]),
            charset="utf8mb4",
            use_unicode=False,
            connect_timeout=10,
            read_timeout=SECONDS,
        )
    except pymysql.MySQLError as refused:
        raise ValidationError(
            _("The server cannot be read: %(why)s") % {"why": refused.args[-1]}
        ) from refused


def _of_table(connection: Any, name: str, wanted: Callable[[Table], bool]) -> Iterator[Event]:
    from pymysql.cursors import SSCursor  # as above

    quoted = "`" + name.replace("`", "``") + "`"
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW COLUMNS FROM {quoted}")
        columns = tuple(_text(row[0]).lower() for row in cursor.fetchall())
    table = Table("", name, columns, "utf8mb4")
    if not wanted(table):
        return
    yield table
    # Rows are fetched as they are read, so that a large table never lies in memory.
    with connection.cursor(SSCursor) as cursor:
        cursor.execute(f"SELECT * FROM {quoted}")
        while rows := cursor.fetchmany(AT_ONCE):
            yield Rows("", name, columns, "utf8mb4", [tuple(map(_plain, row)) for row in rows])


def _password(said: str | None) -> str:
    """Return what the address says, or else the environment, where it is no part of a list."""
    return unquote(said) if said is not None else os.environ.get("MYSQL_PWD", "")


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _plain(value: Any) -> Any:
    return value if isinstance(value, (bytes, int, float, type(None))) else str(value)
