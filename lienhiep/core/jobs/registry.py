"""The kinds of long work that rooms have declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a batch reports when it is done.

    `cursor` is whatever the next batch needs to know to go on, as JSON knows it; it is
    stored in the same transaction as the batch's own work.
    """

    done: int
    total: int | None = None
    cursor: Any = None
    message: str = ""


Work = Callable[..., Iterator[Step]]


@dataclass(frozen=True)
class Kind:
    """A kind of long work."""

    name: str
    title: Any
    work: Work


_kinds: dict[str, Kind] = {}


def job(name: str, *, title: Any) -> Callable[[Work], Work]:
    """Declare long work, done in batches.

    The function is a generator that takes `cursor` (None at the beginning, else the last
    one that it gave) and the arguments it was asked with. What it does up to each `yield`
    is one short transaction. It must not keep a database cursor open across a `yield`:
    load each batch by ids greater than the last.
    """

    def hang_up(work: Work) -> Work:
        known = _kinds.get(name)
        if known is not None and known.work.__qualname__ != work.__qualname__:
            raise ValueError(f"There is a job called {name} already.")
        _kinds[name] = Kind(name, title, work)
        return work

    return hang_up


def kind_named(name: str) -> Kind | None:
    """Return a kind of long work, or None where no room declares it any more."""
    return _kinds.get(name)
