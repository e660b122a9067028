"""The product as an office runs it: prepared, with the demonstration year and its worker."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

from tests.conftest import template_of_database

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "lienhiep.project.command"]
READY_WITHIN = 240.0


class Product:
    """One installation in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.address = f"http://127.0.0.1:{_free_port()}"
        self.log = folder / "serve.log"
        self.database = folder / "lienhiep.sqlite3"
        self._as_loaded = folder / "as-loaded.sqlite3"
        self._walked_through = False
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Prepare, load the demonstration and serve; wait until the first page answers."""
        template = template_of_database()
        if template and template.exists():
            shutil.copyfile(template, self.database)
        self._serve()
        with closing(sqlite3.connect(self.database)) as loaded:
            # A copy of the file alone would lack what still stands in the log beside it.
            loaded.execute("VACUUM INTO ?", [str(self._as_loaded)])

    def begin_anew(self) -> None:
        """Serve what was loaded at first, whatever has been done since; some seconds."""
        if self._walked_through:
            self.stop()
            for rest in self.folder.glob(f"{self.database.name}-*"):
                rest.unlink()
            shutil.copyfile(self._as_loaded, self.database)
            self._serve()
        self._walked_through = True

    def _serve(self) -> None:
        bind = self.address.removeprefix("http://")
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*COMMAND, "serve", "--demo", "--bind", bind, "--data", str(self.folder)],
                cwd=ROOT,
                env=self._surroundings(),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The product does not serve:\n{self.log.read_text()}")
            time.sleep(0.3)

    def stop(self) -> None:
        """End web server and worker, as Ctrl-C does."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=30)

    @property
    def password(self) -> str:
        """The demonstration's one password."""
        return (self.folder / "demonstration-password.txt").read_text().strip()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.address, timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _surroundings(self) -> dict[str, str]:
        """Return the environment without what belongs to the tests."""
        own = ("DJANGO_", "LIENHIEP_", "DATABASE_URL", "CACHE_URL", "PYTEST_")
        return {key: value for key, value in os.environ.items() if not key.startswith(own)}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
