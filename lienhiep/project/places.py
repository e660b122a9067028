"""Where things lie and where the site listens, known before Django starts."""

import fcntl
import os
from pathlib import Path
from typing import IO

import environ

BASE_DIR = Path(__file__).resolve().parents[2]
"""The checkout."""

DEFAULT_BIND = "127.0.0.1:8000"


def read_env_file() -> None:
    """Take what `.env` says wherever the environment itself says nothing.

    `LIENHIEP_ENV_FILE` names another file.
    """
    environ.Env.read_env(os.environ.get("LIENHIEP_ENV_FILE") or BASE_DIR / ".env")


def data_dir() -> Path:
    """Return the folder under which everything lies that the program writes."""
    return Path(os.environ.get("LIENHIEP_DATA") or BASE_DIR / "var").resolve()


def bind_address() -> tuple[str, int]:
    """Return the host and port on which the site listens.

    Raises ValueError where `LIENHIEP_BIND` is neither HOST:PORT nor a port alone.
    """
    text = os.environ.get("LIENHIEP_BIND") or DEFAULT_BIND
    host, _, port = text.rpartition(":")
    host = host.strip("[]") or "127.0.0.1"
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise ValueError(text)
    return host, int(port)


def local_url() -> str:
    """Return the address that a browser on this machine opens."""
    host, port = bind_address()
    if host in ("0.0.0.0", "::"):  # every address of the machine: this one is always among them
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def claim_serving() -> IO[str] | None:
    """Mark the data folder as being served until this process ends; None where it is already.

    The system lifts the mark even from a process that was killed.
    """
    data_dir().mkdir(parents=True, exist_ok=True)
    mark = (data_dir() / "serving.lock").open("w")
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        mark.close()
        return None
    return mark


def is_served() -> bool:
    """Say whether a server works on the data folder now."""
    mark = claim_serving()
    if mark is not None:
        mark.close()
    return mark is None
