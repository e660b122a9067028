"""The tables of a new SQLite database, made once for all who start.

Hundreds of migrations lead from nothing to the tables of today, and Django renders the
whole house anew at almost each of them: minutes, at the moment when a person looks at the
product for the first time. `empty_database.sql` holds what they end in. It may be behind:
whoever begins with it runs the migrations that came after, as every older database does.
`scripts/empty_database.py` writes it anew.

Only SQLite begins so. On PostgreSQL an office is set up once, by somebody who waits.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

STATEMENTS = Path(__file__).with_suffix(".sql")

MADE_ANEW = {
    ("django_migrations", "applied"): "CURRENT_TIMESTAMP",
    ("wagtailcore_page", "translation_key"): "lower(hex(randomblob(16)))",
}
"""Columns whose values belong to one database, and how each makes its own."""


def begin_with_tables(path: Path) -> bool:
    """Make the tables in a database file that holds none; say whether this was done.

    A file with any table in it is somebody's data and is left as it is. The tables come in
    one transaction: a start that is broken off leaves a file that can be begun again.
    """
    database = sqlite3.connect(path, isolation_level=None)
    try:
        if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return False
        database.executescript(STATEMENTS.read_text(encoding="utf-8"))
    except BaseException:
        if database.in_transaction:
            database.rollback()
        raise
    finally:
        database.close()
    return True


def statements_of(database: sqlite3.Connection) -> Iterator[str]:
    """Yield the statements that make a database like this one, each on a line of its own.

    What belongs to one database alone is written as an expression. The words of a
    full-text table are made by its triggers, so that only its rows' source is written.
    """
    yield "BEGIN;"
    master = database.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    ).fetchall()
    virtual = [name for _kind, name, sql in master if sql.startswith("CREATE VIRTUAL")]

    def kept_by_another(name: str) -> bool:
        return name.startswith("sqlite_") or any(name.startswith(f"{one}_") for one in virtual)

    tables = [
        (name, sql) for kind, name, sql in master if kind == "table" and not kept_by_another(name)
    ]
    for _name, sql in tables:
        yield on_one_line(sql)
    for kind, _name, sql in master:
        if kind in ("index", "trigger", "view"):
            yield on_one_line(sql)
    for name, _sql in tables:
        if name not in virtual:
            yield from rows_of(database, name)
    yield "COMMIT;"


def on_one_line(sql: str) -> str:
    """Return a statement that makes something, so that a change is a change of one line."""
    return " ".join(sql.split()) + ";"


def rows_of(database: sqlite3.Connection, table: str) -> Iterator[str]:
    """Yield a statement for each row, in the order of their keys."""
    columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
    values = " || ', ' || ".join(
        f"'{MADE_ANEW[table, column]}'" if (table, column) in MADE_ANEW else f'quote("{column}")'
        for column in columns
    )
    names = ", ".join(f'"{column}"' for column in columns)
    for (row,) in database.execute(f'SELECT {values} FROM "{table}" ORDER BY 1'):
        yield f'INSERT INTO "{table}" ({names}) VALUES ({row});'
