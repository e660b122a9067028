"""Files to which each process adds the visits that it answered.

A process has a file of its own and only adds to its end, so that a visit costs one short
write and a process that is killed loses none; each half second what is new is brought to the
disk itself, so that a power cut costs less than a second. The worker reads on from where it
stopped, and removes a file whose process has left it: the system lifts its lock even then.
"""

from __future__ import annotations

import fcntl
import os
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import IO

from django.conf import settings

from lienhiep.core.period import local_day
from lienhiep.visits.choices import Device, TallyKind
from lienhiep.visits.records import OLD_RECORD, RECORD, Visit, packed, unpacked

FOLDER = "visits"
ENDING = ".visits2"
OLD_ENDING = ".visits"
"""Files of an older version have another ending, so that no program reads what it cannot."""

IN_THE_MAKING = ".new"

SYNC_SECONDS = 0.5
"""How long a visit may stand in memory of the system before it is on the disk itself."""


def visits_folder() -> Path:
    """Return where the visits lie until they stand in the daily rows."""
    return Path(settings.DATA_DIR) / FOLDER


class SegmentWriter:
    """Adds visits to this process's own file; a new one each day, and after a fork."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opening = threading.Lock()
        self._open: tuple[int, date, int] | None = None
        """The process, the day and the file."""

        self._syncing_in: int | None = None
        """The process in which a thread brings the file to the disk."""

        self._is_new = False
        """Whether something was added since the file was last brought to the disk."""

    def add(
        self,
        kind: TallyKind,
        visitor: int,
        moment: datetime,
        page: int = 0,
        device: Device | None = None,
    ) -> None:
        """Add a visit; raises OSError where it cannot be written."""
        self.add_at(kind, visitor, int(moment.timestamp()), local_day(moment), page, device)

    def add_at(
        self,
        kind: TallyKind,
        visitor: int,
        seconds: int,
        day: date,
        page: int = 0,
        device: Device | None = None,
    ) -> None:
        """Add a visit of a day at so many seconds since 1970; raises OSError as `add` does."""
        record = packed(kind, visitor, seconds, page, device)
        if os.write(self._file(day), record) != RECORD.size:
            # The disk is full: what follows must begin at a whole record again.
            self.close()
        self._is_new = True

    def _file(self, day: date) -> int:
        held = self._open
        if held is not None and held[0] == os.getpid() and held[1] == day:
            return held[2]
        with self._opening:
            if self._open is None or self._open[:2] != (os.getpid(), day):
                self._close()
                self._open = (os.getpid(), day, self._made(day))
                self._begin_syncing()
            return self._open[2]

    def _made(self, day: date) -> int:
        """Make a file and lock it before anybody can find it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{day}-{os.getpid()}-{time.time_ns()}{ENDING}"
        beginning = path.with_suffix(IN_THE_MAKING)
        file = os.open(beginning, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o600)
        fcntl.flock(file, fcntl.LOCK_EX)
        beginning.rename(path)
        _sync_folder(self.folder)
        return file

    def _begin_syncing(self) -> None:
        if self._syncing_in != os.getpid():
            self._syncing_in = os.getpid()
            threading.Thread(target=self._keep_syncing, name="visits", daemon=True).start()

    def _keep_syncing(self) -> None:
        while True:
            time.sleep(SYNC_SECONDS)
            self.sync()

    def sync(self) -> None:
        """Bring what was added to the disk itself; nothing new costs nothing."""
        if not self._is_new:
            return
        with self._opening:
            # First said, then done: what is added meanwhile is brought there the next time.
            self._is_new = False
            if self._open is not None and self._open[0] == os.getpid():
                own = os.dup(self._open[2])
            else:
                return
        try:
            os.fdatasync(own)
        finally:
            os.close(own)

    def close(self) -> None:
        """Leave the file; the worker removes it when it has read it to the end."""
        with self._opening:
            self._close()

    def _close(self) -> None:
        if self._open is not None and self._open[0] == os.getpid():
            os.fdatasync(self._open[2])
            os.close(self._open[2])
        self._open = None


def _sync_folder(folder: Path) -> None:
    """Bring the name of a new file to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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

    @property
    def shape(self) -> struct.Struct:
        """The shape of its records."""
        return OLD_RECORD if self.path.suffix == OLD_ENDING else RECORD

    def size(self) -> int:
        """Return how many bytes of whole records it holds."""
        size = os.fstat(self.file.fileno()).st_size
        return size - size % self.shape.size

    def read(self, offset: int, most: int) -> tuple[list[Visit], int]:
        """Return the visits from a place on, so many at most, and the place then reached.

        The place follows from what was read, not from the size: more may come meanwhile.
        """
        self.file.seek(offset)
        data = self.file.read(most * self.shape.size)
        whole = data[: len(data) - len(data) % self.shape.size]
        return list(unpacked(whole, self.shape)), offset + len(whole)


def segments(folder: Path) -> Iterator[Segment]:
    """Yield the files of visits, the oldest first, each open and, if left, locked."""
    found = [path for ending in (OLD_ENDING, ENDING) for path in folder.glob(f"*{ending}")]
    for path in sorted(found):
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
