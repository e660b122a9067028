"""The generation of what the site shows: a number that every change raises, seen by all.

A page is kept with the generation under which its making began. Two numbers: after a change
that readers may wait for (`Kind.SOFT`) a page may be given for half a second more; after any
other (`Kind.HARD`: something withdrawn, restricted, deleted, erased, and whatever nobody has
called harmless) not once.
"""

from __future__ import annotations

import fcntl
import logging
import mmap
import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Protocol

from django.conf import settings

logger = logging.getLogger(__name__)

WIDTH = 8
"""Bytes of one number."""

FILE = "page-generations"
KEYS = ("lienhiep:pages:soft", "lienhiep:pages:hard")


class Kind(Enum):
    """How soon a change must be seen; the value is the place of its number."""

    SOFT = 0
    HARD = 1


def hard_part(generation: bytes) -> bytes:
    """Return the part of a generation that no page outlives."""
    return generation[WIDTH:]


class Generations(Protocol):
    """Where the two numbers stand."""

    def current(self) -> bytes | None:
        """Return both numbers as they are now; None where they cannot be read."""

    def raise_(self, kind: Kind) -> None:
        """Raise one of them, for all processes, before returning."""


class FileGenerations:
    """Two numbers in a file that all processes of the machine have in memory: 0.1 µs a look."""

    def __init__(self, path: Path, *, on_raised: Callable[[], None] | None = None) -> None:
        """`on_raised` is called at each change, before anybody else may look or change."""
        self.path = path
        self.on_raised = on_raised
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o640)
        if os.fstat(self._file).st_size < 2 * WIDTH:
            os.ftruncate(self._file, 2 * WIDTH)
        self._memory = mmap.mmap(self._file, 2 * WIDTH)
        self._raising = threading.Lock()

    def current(self) -> bytes | None:
        """Return both numbers."""
        return self._memory[:]

    def raise_(self, kind: Kind) -> None:
        """Add one; two processes that do so at once add two."""
        place = slice(kind.value * WIDTH, (kind.value + 1) * WIDTH)
        with self.held():
            number = int.from_bytes(self._memory[place], "little") + 1
            self._memory[place] = number.to_bytes(WIDTH, "little")
            if self.on_raised is not None:
                self.on_raised()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no process raise a number meanwhile."""
        with self._raising:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)


class RedisGenerations:
    """Two values in Redis, for several machines; asked at each look.

    Drawn by lot rather than counted: a Redis that was emptied must not come to the number of
    an old page again.
    """

    def __init__(self, url: str, db: int | None = None) -> None:
        import redis  # only where it serves

        self._errors = redis.RedisError
        more = {} if db is None else {"db": db}
        self._redis = redis.Redis.from_url(url, socket_timeout=1, **more)

    def current(self) -> bytes | None:
        """Return both values; None where Redis does not answer, so that nothing is kept."""
        try:
            found = self._redis.mget(KEYS)
            if None in found:
                for key in KEYS:
                    self._redis.set(key, secrets.token_bytes(WIDTH), nx=True)
                found = self._redis.mget(KEYS)
            known = [one for one in found if isinstance(one, bytes)]
            return b"".join(known) if len(known) == len(KEYS) else None
        except self._errors:
            return None

    def raise_(self, kind: Kind) -> None:
        """Draw another value; a Redis that is away is written down, pages end by themselves."""
        try:
            self._redis.set(KEYS[kind.value], secrets.token_bytes(WIDTH))
        except self._errors:
            logger.exception("Redis could not be told of a change: pages may be old for minutes")


_found: dict[tuple[str, ...], Generations] = {}
_finding = threading.Lock()


def generations() -> Generations:
    """Return the generations of this installation: its file, or Redis where it is the cache."""
    cache = settings.CACHES["default"]
    is_redis = cache["BACKEND"].endswith("RedisCache")
    where = (
        str(cache.get("LOCATION", "")) if is_redis else "",
        str(settings.DATA_DIR),
        str(settings.PAGE_FILES),
    )
    found = _found.get(where)
    if found is None:
        with _finding:
            found = _found.get(where) or _found.setdefault(where, _made(cache, is_redis))
    return found


def _made(cache: dict, is_redis: bool) -> Generations:
    if is_redis:
        location = cache["LOCATION"]
        url = location if isinstance(location, str) else location[0]
        return RedisGenerations(url, cache.get("OPTIONS", {}).get("db"))
    path = Path(settings.DATA_DIR) / FILE
    if not settings.PAGE_FILES:
        return FileGenerations(path)
    from lienhiep.core.page_cache.files import move_away  # it stands on this module

    return FileGenerations(path, on_raised=partial(move_away, Path(settings.PAGE_FILES)))
