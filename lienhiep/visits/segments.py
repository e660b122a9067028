"""Files to which each process adds the visits that it answered, sixteen bytes for each.

A process has a file of its own and only adds to its end, so that a visit costs one short
write and a process that is killed loses none. The worker reads on from where it stopped,
and removes a file whose process has left it: the system lifts its lock even then.
"""

from __future__ import annotations

import fcntl
import os
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import IO

from django.conf import settings

from lienhiep.core.period import local_day
from lienhiep.visits.choices import TallyKind

RECORD = struct.Struct("<IBBHQ")
"""Seconds since 1970, kind, version, nothing yet, visitor."""

VERSION = 1
KINDS = {TallyKind.PERSON: 1, TallyKind.BOT: 2}
KIND_OF = {code: kind for kind, code in KINDS.items()}

FOLDER = "visits"
ENDING = ".visits"
IN_THE_MAKING = ".new"


def visits_folder() -> Path:
    """Return where the visits lie until they stand in the daily rows."""
    return Path(settings.DATA_DIR) / FOLDER


@dataclass(frozen=True)
class Visit:
    """One page answered to somebody."""

    moment: datetime
    kind: TallyKind
    visitor: int

    @property
    def day(self) -> date:
        """The day in Vietnam on which it was answered."""
        return local_day(self.moment)


class SegmentWriter:
    """Adds visits to this process's own file; a new one each day, and after a fork."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opening = threading.Lock()
        self._open: tuple[int, date, int] | None = None
        """The process, the day and the file."""

    def add(self, kind: TallyKind, visitor: int, moment: datetime) -> None:
        """Add a visit; raises OSError where it cannot be written."""
        record = RECORD.pack(int(moment.timestamp()), KINDS[kind], VERSION, 0, visitor)
        if os.write(self._file(local_day(moment)), record) != RECORD.size:
            # The disk is full: what follows must begin at a whole record again.
            self.close()

    def _file(self, day: date) -> int:
        with self._opening:
            if self._open is None or self._open[:2] != (os.getpid(), day):
                self._close()
                self._open = (os.getpid(), day, self._made(day))
            return self._open[2]

    def _made(self, day: date) -> int:
        """Make a file and lock it before anybody can find it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{day}-{os.getpid()}-{time.time_ns()}{ENDING}"
        beginning = path.with_suffix(IN_THE_MAKING)
        file = os.open(beginning, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o600)
        fcntl.flock(file, fcntl.LOCK_EX)
        beginning.rename(path)
        return file

    def close(self) -> None:
        """Leave the file; the worker removes it when it has read it to the end."""
        with self._opening:
            self._close()

    def _close(self) -> None:
        if self._open is not None and self._open[0] == os.getpid():
            os.close(self._open[2])
        self._open = None


@lru_cache(maxsize=8)
def writer_of(folder: Path) -> SegmentWriter:
    """Return the one writer of this process for a folder."""
    return SegmentWriter(folder)


@dataclass
class Segment:
    """A file of visits, opened to be read."""

    path: Path
    file: IO[bytes]
    is_left: bool
    """Whether its process has left it, so that nothing more will be added."""

    @property
    def name(self) -> str:
        """How the file is called in the table of cursors."""
        return self.path.name

    def size(self) -> int:
        """Return how many bytes of whole records it holds."""
        size = os.fstat(self.file.fileno()).st_size
        return size - size % RECORD.size

    def read(self, offset: int, most: int) -> tuple[list[Visit], int]:
        """Return the visits from a place on, so many at most, and the place then reached.

        The place follows from what was read, not from the size: more may come meanwhile.
        """
        self.file.seek(offset)
        data = self.file.read(most * RECORD.size)
        whole = data[: len(data) - len(data) % RECORD.size]
        visits = [
            Visit(datetime.fromtimestamp(seconds, UTC), KIND_OF[kind], visitor)
            for seconds, kind, _version, _nothing, visitor in RECORD.iter_unpack(whole)
            if kind in KIND_OF
        ]
        return visits, offset + len(whole)


def segments(folder: Path) -> Iterator[Segment]:
    """Yield the files of visits, the oldest first, each open and, if left, locked."""
    for path in sorted(folder.glob(f"*{ENDING}")):
        try:
            file = path.open("rb")
        except FileNotFoundError:
            continue  # another worker was quicker
        with file:
            yield Segment(path, file, _is_left(file))


def _is_left(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
