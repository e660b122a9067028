"""What has been prepared in a data folder, so that it is not done twice.

Only the standard library is used here: the server asks before Django is loaded.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lienhiep.project.places import BASE_DIR, data_dir

PREPARED = "prepared.json"
"""The note in the data folder: for every step, a checksum over what it was made from."""

AWAITED = "first account"
"""What the note says while nobody has an account."""

FIRST_CODE = "first-account.code"
"""The file with the code by which the first account is made; see `lienhiep.setup.first_code`."""

LOCK = BASE_DIR / "requirements" / "run.txt"

INPUTS: dict[str, tuple[str, ...]] = {
    "messages": ("*/locale/**/*.po", "*/locale_parts/**/*.po"),
    "database": ("*/migrations/*.py", "project/empty_database.sql"),
    "styles": ("*/static/**/*", "core/bundles.py", "*/apps.py"),
    "reference": ("**/*.csv", "**/*.json", "*/management/commands/load_*.py"),
}
"""Every step and the files under lienhiep/ that it is made from."""


def digest(step: str) -> str:
    """Return a checksum over everything that decides what a step makes."""
    total = hashlib.sha256()
    total.update(repr((sys.version_info[:2], database_address())).encode())
    for path in files_of(step):
        total.update(str(path.relative_to(BASE_DIR)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def files_of(step: str) -> Iterable[Path]:
    """Yield the files that a step reads, in a fixed order."""
    yield LOCK
    for pattern in INPUTS[step]:
        for path in sorted((BASE_DIR / "lienhiep").glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def database_address() -> str:
    """Return which database is meant, without spelling out its password."""
    return os.environ.get("DATABASE_URL", "") or "sqlite"


def read_note() -> dict[str, Any]:
    """Return what the data folder says was prepared; nothing where it says nothing."""
    try:
        return json.loads((data_dir() / PREPARED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_note(note: dict[str, Any]) -> None:
    """Keep what was prepared, in one step."""
    path = data_dir() / PREPARED
    temporary = path.with_suffix(".new")
    temporary.write_text(json.dumps(note, indent=1, ensure_ascii=False), encoding="utf-8")
    temporary.replace(path)


def forget_demonstration() -> None:
    """Note that the demonstration is gone, and whose passwords are no longer to be printed."""
    note = read_note()
    note.pop("accounts", None)
    note["demo"] = "left out"
    write_note(note)


def is_prepared(*, demo: bool) -> bool:
    """Say whether everything is as the present sources would make it."""
    note = read_note()
    if demo and "demo" not in note:
        return False
    own_file = data_dir() / "lienhiep.sqlite3"
    if database_address() == "sqlite" and not own_file.exists():
        return False
    if note.get(AWAITED) and not (data_dir() / FIRST_CODE).exists():
        return False
    return all(note.get(step) == digest(step) for step in INPUTS)
