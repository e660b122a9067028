"""Adding to rows that may not be there yet, in one statement that no other process can disturb."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, models


def add_to(
    model: type[models.Model], keys: list[str], column: str, rows: Iterable[tuple[Any, ...]]
) -> None:
    """Add numbers to a column; each of `rows` has the keys and then the number.

    A row that is not there yet is begun. Rows are taken in the order of their keys, so that two
    processes wait for each other and never for ever. For models without a history only.
    """
    fields = [model._meta.get_field(name) for name in [*keys, column]]
    table = connection.ops.quote_name(model._meta.db_table)
    names = [connection.ops.quote_name(str(field.column)) for field in fields]
    others = {
        str(field.column): field.get_default()
        for field in model._meta.concrete_fields
        if field not in fields and not field.primary_key
    }
    all_names = names + [connection.ops.quote_name(name) for name in others]
    sql = (
        f"INSERT INTO {table} ({', '.join(all_names)}) "
        f"VALUES ({', '.join(['%s'] * len(all_names))}) "
        f"ON CONFLICT ({', '.join(names[:-1])}) "
        f"DO UPDATE SET {names[-1]} = {table}.{names[-1]} + EXCLUDED.{names[-1]}"
    )
    values = [
        [
            *(
                field.get_db_prep_save(value, connection)
                for field, value in zip(fields, row, strict=True)
            ),
            *others.values(),
        ]
        for row in sorted(rows)
    ]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(sql, values)
