"""The files of what was emptied: taken away after the rows, and as often as it takes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from lienhiep.visits.segments import ENDING, OLD_ENDING, visits_folder

ALONE = ("demonstration-password.txt",)


def kept_folders() -> list[Path]:
    """Return the folders in which records, pages and mail keep files."""
    return [
        Path(settings.MEDIA_ROOT),
        Path(settings.PRIVATE_ROOT),
        Path(settings.DATA_DIR) / "mail",
    ]


def forget_visits_on_the_way() -> None:
    """Cut off what was counted but stands in no row yet.

    The files stay: running processes write on at their end. To be called while nobody else may
    write, or the worker would count it in between.
    """
    for ending in (OLD_ENDING, ENDING):
        for path in visits_folder().glob(f"*{ending}"):
            os.truncate(path, 0)


def clear_files(*, before: float) -> int:
    """Remove every file last written before a moment (seconds since 1970); return how many."""
    removed = 0
    for path in [*_files(), *(Path(settings.DATA_DIR) / name for name in ALONE)]:
        if path.exists() and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
            removed += 1
    for folder in _empty_folders():
        folder.rmdir()
    return removed


def _files() -> Iterator[Path]:
    for root in kept_folders():
        yield from (path for path in sorted(root.rglob("*")) if path.is_file())


def _empty_folders() -> Iterator[Path]:
    for root in kept_folders():
        folders = [path for path in root.rglob("*") if path.is_dir()]
        for folder in sorted(folders, key=lambda path: -len(path.parts)):
            if not any(folder.iterdir()):
                yield folder
