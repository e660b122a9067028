"""What follows from a record, written once at the end of much work in place of at each save.

Reader keys and search entries follow from records. When a year is loaded, or an older
system comes in, a record is saved many times, and one save can feed a hundred others:

    with written_later():
        for row in rows:
            receive_article(...)

Until the end of the block nobody but those who read everything sees or finds what is new in
it, so it is for loading, inside one transaction or before anybody looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from typing import Any

from django.db import models, transaction

from lienhiep.core.page_cache import content_changed


class Chore(Enum):
    """What is put off."""

    KEYS = "keys"
    SEARCH = "search"


Waiting = dict[Chore, dict[type[models.Model], dict[int, None]]]

_waiting: ContextVar[Waiting | None] = ContextVar("written_later", default=None)

AT_ONCE = 500
"""Records read at once at the end; so many at the most are in memory."""


def is_writing_later() -> bool:
    """Return whether much is being loaded now, and what follows from it is put off."""
    return _waiting.get() is not None


def put_off(record: Any, chore: Chore) -> bool:
    """Note a record for the end of the block, and return whether there is one."""
    waiting = _waiting.get()
    if waiting is None:
        return False
    waiting[chore].setdefault(type(record), {})[record.pk] = None
    return True


def put_all_off(records: Iterable[Any]) -> bool:
    """Note what follows from many records, and return whether there is a block."""
    if _waiting.get() is None:
        return False
    for record in records:
        for chore in Chore:
            put_off(record, chore)
    return True


@contextmanager
def written_later() -> Iterator[None]:
    """Write the keys and search entries of what is saved inside at the end, each once.

    A block inside a block leaves it to the outer one. Where the block fails nothing is written.
    """
    if _waiting.get() is not None:
        yield
        return
    waiting: Waiting = {Chore.KEYS: {}, Chore.SEARCH: {}}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    with transaction.atomic():
        _write(waiting)
        content_changed()


def _write(waiting: Waiting) -> None:
    from lienhiep.core.guarding import refresh_all_keys  # which puts its work off here
    from lienhiep.core.search.feeding import feed_all  # likewise

    for model, rows in _rows(waiting[Chore.KEYS]):
        refresh_all_keys(model, rows)
    for _model, rows in _rows(waiting[Chore.SEARCH]):
        feed_all(rows)


def _rows(noted: dict[type[models.Model], dict[int, None]]) -> Iterator[tuple[Any, list[Any]]]:
    """Yield each kind of record with some of its rows, read anew; what was deleted is left out."""
    for model, pks in noted.items():
        ids = list(pks)
        for start in range(0, len(ids), AT_ONCE):
            rows = model._base_manager.filter(pk__in=ids[start : start + AT_ONCE])
            related = getattr(model, "loaded_with", ())
            yield model, list(rows.prefetch_related(*related).order_by("pk"))
