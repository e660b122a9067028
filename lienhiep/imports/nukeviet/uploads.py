"""The files of the former site, from a folder or an archive, and never from beside it."""

from __future__ import annotations

import os
import stat
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol
from urllib.parse import unquote

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST = 60 * 1024 * 1024
"""Bytes of one file; larger ones are named in the report and left."""

MOST_MEMBERS = 2_000_000
ROOTS = ("uploads/", "assets/")


class TooLarge(Exception):
    """A file is larger than what is taken, whatever its head says."""


class Uploads(Protocol):
    """Where the files of the former site lie."""

    refused: list[tuple[str, str]]
    """Names in the archive that lead outside or are no files, and why they are left."""

    def names(self) -> set[str]: ...

    def read(self, name: str) -> bytes | None: ...


def safe_name(name: str) -> str | None:
    """Return a path below the folder of uploads as it is looked for; None if it leads outside."""
    if "\x00" in name or "\\" in name:
        return None
    name = unicodedata.normalize("NFC", name)
    if name.startswith("/") or (len(name) > 1 and name[1] == ":"):
        return None
    parts = [part for part in PurePosixPath(name).parts if part not in ("", ".")]
    if not parts or ".." in parts:
        return None
    path = "/".join(parts)
    for root in ROOTS[:1]:
        path = path.removeprefix(root)
    return path or None


def asked_name(path: str) -> str | None:
    """Return the name below the folder of uploads that an address or a column means."""
    path = unquote(path.split("?")[0].split("#")[0]).strip().lstrip("/")
    at = path.find("uploads/")
    if at >= 0:
        path = path[at + len("uploads/") :]
    return safe_name(path)


class NoUploads:
    """Nothing was given."""

    def __init__(self) -> None:
        self.refused: list[tuple[str, str]] = []

    def names(self) -> set[str]:
        """Return nothing."""
        return set()

    def read(self, name: str) -> bytes | None:
        """Find nothing."""
        return None


class FolderUploads:
    """A folder: the folder of uploads itself, or the one above it."""

    def __init__(self, root: Path) -> None:
        self.refused: list[tuple[str, str]] = []
        inside = root / "uploads"
        self.root = (inside if inside.is_dir() and not inside.is_symlink() else root).resolve()
        self._paths: dict[str, Path] = {}
        for folder, folders, files in os.walk(self.root, followlinks=False):
            for name in [one for one in folders if (Path(folder) / one).is_symlink()]:
                self.refused.append((self._below(Path(folder) / name), "link"))
            for name in files:
                path = Path(folder) / name
                below = self._below(path)
                if path.is_symlink() or not path.is_file():
                    self.refused.append((below, "link"))
                elif (safe := safe_name(below)) is not None:
                    self._paths[safe] = path
                else:
                    self.refused.append((below, "outside"))

    def _below(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix().encode("utf-8", "replace").decode()

    def names(self) -> set[str]:
        """Return the names of all files."""
        return set(self._paths)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file; links are not followed."""
        path = self._paths.get(name)
        if path is None:
            return None
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return None
            return _limited(stream)


class ZipUploads:
    """A .zip archive."""

    def __init__(self, path: Path) -> None:
        self.refused: list[tuple[str, str]] = []
        self.archive = zipfile.ZipFile(path)
        self._members: dict[str, zipfile.ZipInfo] = {}
        for number, member in enumerate(self.archive.infolist()):
            if number >= MOST_MEMBERS:
                self.refused.append(("…", "too_many"))
                break
            if member.is_dir():
                continue
            name = safe_name(member.filename)
            mode = member.external_attr >> 16
            if name is None:
                self.refused.append((member.filename, "outside"))
            elif mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                self.refused.append((member.filename, "link"))
            else:
                self._members[name] = member

    def names(self) -> set[str]:
        """Return the names of all files."""
        return set(self._members)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, unpacked in memory only."""
        member = self._members.get(name)
        if member is None:
            return None
        if member.file_size > LARGEST:
            raise TooLarge(name)
        try:
            with self.archive.open(member) as stream:
                return _limited(stream)
        except (RuntimeError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
            return None


class TarUploads:
    """A .tar archive, unpacked file by file into a folder of its own that goes afterwards.

    A packed archive is read from its beginning to its end once; members are written under
    names that we give, so that nothing in the archive decides where bytes go.
    """

    def __init__(self, path: Path, folder: Path, most_bytes: int) -> None:
        self.refused: list[tuple[str, str]] = []
        self._paths: dict[str, Path] = {}
        taken = 0
        try:
            with tarfile.open(path, "r|*") as archive:
                for number, member in enumerate(archive):
                    if number >= MOST_MEMBERS:
                        self.refused.append(("…", "too_many"))
                        break
                    if member.isdir():
                        continue
                    name = safe_name(member.name)
                    if name is None:
                        self.refused.append((member.name, "outside"))
                    elif not member.isreg():
                        self.refused.append((member.name, "link"))
                    elif member.size > LARGEST:
                        self.refused.append((member.name, "too_large"))
                    elif taken + member.size > most_bytes:
                        self.refused.append((member.name, "too_much"))
                    elif (stream := archive.extractfile(member)) is not None:
                        target = folder / f"{number}"
                        with target.open("wb") as out:
                            while block := stream.read(1 << 20):
                                out.write(block)
                        taken += member.size
                        self._paths[name] = target
        except (tarfile.TarError, OSError, EOFError) as broken:
            self.refused.append((f"{path.name}: {broken}", "cut_off"))

    def names(self) -> set[str]:
        """Return the names of all files."""
        return set(self._paths)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file."""
        path = self._paths.get(name)
        return path.read_bytes() if path is not None else None


def _limited(stream: IO[bytes]) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooLarge
    return data


@contextmanager
def opened_uploads(path: Path | None, folder: Path) -> Iterator[Uploads]:
    """Open a folder, a .zip or a .tar (packed or not); None: no files were given."""
    if path is None:
        yield NoUploads()
        return
    if path.is_dir():
        yield FolderUploads(path)
        return
    if not path.is_file():
        raise ValidationError(_("There is no folder or archive %(path)s.") % {"path": path})
    if zipfile.is_zipfile(path):
        uploads = ZipUploads(path)
        try:
            yield uploads
        finally:
            uploads.archive.close()
        return
    if not tarfile.is_tarfile(path):
        raise ValidationError(
            _("%(path)s is neither a folder nor a .zip or .tar.gz archive.") % {"path": path}
        )
    most = 20 * (1 << 30)
    yield TarUploads(path, folder, most)
