"""Whether bytes are a whole document of an office program, or a whole archive."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.files.refusals import (
    cut_off,
    damaged,
    not_what_it_says,
    unpacks_too_large,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
BLOCK = 1024 * 1024
MOST_UNPACKED = 600 * BLOCK
MOST_MEMBERS = 20_000
ENCRYPTED = 0x1
IN_HEAD = 109
"""Tables of sectors that the head of an OLE file lists itself; enough for 7 MB."""

FREE = b"\xff\xff\xff\xff"


def check_office_zip(member: str, *, media_type: str = "") -> Callable[[BinaryIO, int], str]:
    """Return the check of a document that is a zip with a certain member.

    OpenDocument also says its media type in a member of its own. Macros are refused: a
    document with them has another end to its name.
    """

    def check(stream: BinaryIO, size: int) -> str:
        _refuse_other_start(stream)
        with _opened(stream) as archive:
            names = set(archive.namelist())
            if member not in names:
                raise not_what_it_says(stream)
            if media_type and _said(archive) != media_type:
                raise not_what_it_says(stream)
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise ValidationError(
                    _("The document holds macros. Save it without them and send it again."),
                    code="macros",
                )
            _read_through(archive)
        return ""

    return check


def check_archive(stream: BinaryIO, size: int) -> str:
    """Refuse what is no zip, a broken one, and one that would fill the machine."""
    stream.seek(0)
    if stream.read(4) != ZIP:
        raise not_what_it_says(stream)
    with _opened(stream) as archive:
        _read_through(archive)
    return ""


def check_old_office(*streams: str) -> Callable[[BinaryIO, int], str]:
    """Return the check of a document of Office 97 to 2003, by one of its inner streams."""
    wanted = [stream.encode("utf-16-le") for stream in streams]

    def check(stream: BinaryIO, size: int) -> str:
        stream.seek(0)
        head = stream.read(512)
        if not head.startswith(OLE):
            raise not_what_it_says(stream)
        if len(head) < 512:
            raise cut_off()
        if _reaches_to(stream, head, size) > size:
            raise cut_off()
        if not _holds(stream, wanted):
            raise not_what_it_says(stream)
        return ""

    return check


def _reaches_to(stream: BinaryIO, head: bytes, size: int) -> int:
    """Return how many bytes an OLE file takes, after its own table of sectors.

    The last sector may be short. A file that cannot even hold its table takes more than it
    has.
    """
    sector = 1 << min(int.from_bytes(head[30:32], "little"), 12)
    tables = min(int.from_bytes(head[44:48], "little"), IN_HEAD)
    last = 0
    for number in range(tables):
        place = int.from_bytes(head[76 + number * 4 : 80 + number * 4], "little")
        stream.seek((place + 1) * sector)
        table = stream.read(sector)
        if len(table) < sector:
            return size + 1
        used = [at for at in range(0, sector, 4) if table[at : at + 4] != FREE]
        if used:
            last = number * (sector // 4) + used[-1] // 4
    return (last + 1) * sector + 1


def _refuse_other_start(stream: BinaryIO) -> None:
    stream.seek(0)
    start = stream.read(8)
    if start.startswith(ZIP):
        return
    if start == OLE and _holds(stream, ["EncryptedPackage".encode("utf-16-le")]):
        raise ValidationError(
            _("The document is locked with a password. Save it without and send it again."),
            code="locked",
        )
    raise not_what_it_says(stream)


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    """Open a zip; its table of contents stands at the end, so without it the end is missing."""
    stream.seek(0)
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError) as broken:
        raise cut_off() from broken
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise unpacks_too_large()
    return archive


def _said(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as said:
            return said.read(200).decode("ascii", errors="replace").strip()
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError):
        return ""


def _read_through(archive: zipfile.ZipFile) -> None:
    """Compare the checksum of every member; no more is read than each one says it holds."""
    for member in archive.infolist():
        if member.flag_bits & ENCRYPTED:
            raise ValidationError(
                _("The file is locked with a password. Save it without and send it again."),
                code="locked",
            )
        try:
            with archive.open(member) as inner:
                while inner.read(BLOCK):
                    pass
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as broken:
            raise damaged() from broken


def _holds(stream: BinaryIO, wanted: list[bytes]) -> bool:
    """Return whether one of some words stands anywhere in the file."""
    longest = max(map(len, wanted))
    stream.seek(0)
    before = b""
    while block := stream.read(BLOCK):
        window = before + block
        if any(word in window for word in wanted):
            return True
        before = window[-longest:]
    return False
