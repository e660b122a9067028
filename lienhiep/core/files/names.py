"""The name that a file keeps."""

from __future__ import annotations

import re

from lienhiep.core.text import clean

LONGEST = 150

_PATH = re.compile(r"[/\\]")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]+')


def clean_file_name(name: str) -> str:
    """Return a name in NFC without folders, control and direction characters.

    The end that tells the kind stays, in small letters, when the name must be shortened.
    """
    last = clean(_PATH.split(name.replace("\0", ""))[-1])
    stem, dot, extension = _NOT_IN_NAMES.sub("-", last).rpartition(".")
    if not dot:
        stem, extension = extension, ""
    stem = stem.strip(" .") or "tep"
    extension = extension.strip(" .").lower()
    if not extension:
        return stem[:LONGEST]
    return f"{stem[: LONGEST - len(extension) - 1].rstrip(' .')}.{extension}"


def extension_of(name: str) -> str:
    """Return the end of a name that tells the kind, in small letters, without the dot."""
    _stem, dot, extension = name.rpartition(".")
    return extension.lower() if dot else ""
