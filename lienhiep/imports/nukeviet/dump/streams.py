"""The bytes of a dump, plain or packed, a piece at a time."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PIECE = 1 << 20
"""Bytes read at once."""

BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)


class Pieces:
    """What of a dump lies in memory now, and more of it when asked."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.buffer = b""
        self.place = 0
        self.read = 0
        """Bytes of the dump, unpacked, that have been read so far."""
        self.is_over = False
        self.broke_off = ""
        """What was said when the file could not be unpacked to its end."""

    def more(self) -> bool:
        """Read on; what lies behind the place is let go. Return whether anything came.

        The longer what is kept, the more is read, so that one giant value is looked through
        a few times and not once for each piece.
        """
        if self.is_over:
            return False
        rest = self.buffer[self.place :]
        try:
            piece = self.stream.read(max(PIECE, len(rest)))
        except BROKEN as broken:
            piece, self.broke_off = b"", str(broken) or type(broken).__name__
        if not piece:
            self.is_over = True
            return False
        self.read += len(piece)
        self.buffer, self.place = rest + piece, 0
        return True


@contextmanager
def opened(path: Path) -> Iterator[Pieces]:
    """Open a dump: .sql, or packed as .gz, .bz2, .xz or .zip, told by its first bytes."""
    with ExitStack() as stack:
        try:
            with path.open("rb") as beginning:
                head = beginning.read(6)
            stream: Any
            if head.startswith(b"\x1f\x8b"):
                stream = stack.enter_context(gzip.open(path, "rb"))
            elif head.startswith(b"BZh"):
                stream = stack.enter_context(bz2.open(path, "rb"))
            elif head.startswith(b"\xfd7zXZ"):
                stream = stack.enter_context(lzma.open(path, "rb"))
            elif head.startswith(b"PK\x03\x04"):
                stream = stack.enter_context(_only_member(stack, path))
            else:
                stream = stack.enter_context(path.open("rb"))
        except BROKEN as broken:
            raise ValidationError(
                _("The dump %(path)s cannot be opened: %(why)s") % {"path": path, "why": broken}
            ) from broken
        yield Pieces(stream)


def _only_member(stack: ExitStack, path: Path) -> BinaryIO:
    archive = stack.enter_context(zipfile.ZipFile(path))
    dumps = [one for one in archive.namelist() if one.lower().endswith(".sql")]
    if len(dumps) != 1:
        raise ValidationError(
            _("The archive %(path)s should hold one .sql file; it holds %(count)s.")
            % {"path": path, "count": len(dumps)}
        )
    return archive.open(dumps[0])  # type: ignore[return-value]
