"""The code with which the first account of an empty installation is made, once.

Whoever started the program reads it in the terminal or in the data folder; a stranger who only
reaches the port cannot. The file is the state: while it lies there, the welcome page is open.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model

FILE = "first-account.code"
CLAIMED = "first-account.taken"
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody takes for each other."""

GROUPS, IN_A_GROUP = 4, 4


class CodeRefused(ValueError):
    """The code is not the one that was printed, or was used already."""


def code_file() -> Path:
    """Return where the code lies, for the owner of the data folder only."""
    return Path(settings.DATA_DIR) / FILE


def is_awaited() -> bool:
    """Say whether the first account is still to be made; asked with each request, so no query."""
    return os.path.exists(code_file())


def open_or_close() -> str | None:
    """Return the code while nobody has an account, making it where there is none; else end it."""
    if get_user_model()._default_manager.exists():
        end_code()
        return None
    try:
        return code_file().read_text().strip()
    except FileNotFoundError:
        return _made()


def end_code() -> None:
    """Close the welcome page."""
    code_file().unlink(missing_ok=True)


def plain(typed: str) -> str:
    """Return a code as it is compared: without hyphens, spaces and small letters."""
    return "".join(letter for letter in typed.upper() if letter in ALPHABET)


@contextmanager
def code_taken(typed: str) -> Iterator[None]:
    """Take the code, once, for what is done inside; it is good again where that fails.

    Of two who send it at the same moment, one renames the file. Raises CodeRefused.
    """
    place, claimed = code_file(), code_file().with_name(CLAIMED)
    try:
        right = place.read_text().strip()
    except FileNotFoundError as gone:
        raise CodeRefused from gone
    if not hmac.compare_digest(plain(right), plain(typed)):
        raise CodeRefused
    try:
        place.rename(claimed)
    except FileNotFoundError as quicker:
        raise CodeRefused from quicker
    try:
        yield
    except BaseException:
        claimed.rename(place)
        raise
    claimed.unlink(missing_ok=True)


def _made() -> str:
    groups = (
        "".join(secrets.choice(ALPHABET) for _one in range(IN_A_GROUP)) for _ in range(GROUPS)
    )
    code = "-".join(groups)
    try:
        descriptor = os.open(code_file(), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:  # another process was quicker
        return code_file().read_text().strip()
    with os.fdopen(descriptor, "w") as out:
        out.write(f"{code}\n")
    return code
