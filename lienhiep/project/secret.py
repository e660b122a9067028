"""The secret key of an installation that was not given one."""

import os
import secrets
from pathlib import Path


def secret_key_in(data_dir: Path) -> str:
    """Return the key kept in the data folder, making it the first time.

    The file is readable by its owner only. Losing it signs everybody out and
    makes printed one-time codes worthless; it does not lose data.
    """
    path = data_dir / "secret.key"
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        key = secrets.token_urlsafe(50)
        try:
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
                out.write(key)
        except FileExistsError:  # another process was quicker
            return path.read_text().strip()
        return key
