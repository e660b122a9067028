"""Ready pages as files, for a server in front (nginx) that sends them without asking us.

A page lies under `now/<scheme>/<host>/<path>/index.html`, beside it what is compressed. The
folder `now` is moved away in the same moment in which the generation is raised, under the
same lock, so that no page of before is found afterwards; a page whose making began before is
then no longer put there. The server in front says by the time of a file whether a browser
has it already (`ETag`), so no two files ever have the same.
"""

from __future__ import annotations

import heapq
import logging
import os
import re
import secrets
import shutil
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lienhiep.core.page_cache.answers import Entry
from lienhiep.core.page_cache.generations import FileGenerations

logger = logging.getLogger(__name__)

NOW, GONE, NEW, STAMP = "now", "gone-", "new", "stamp"
PAGE = "index.html"
ENDINGS = {"": "", "gzip": ".gz", "br": ".br"}

HOST = re.compile(r"[a-z0-9][a-z0-9.-]{0,252}(:[0-9]{1,5})?")
PATH = re.compile(r"/(?:[a-z0-9][a-z0-9_-]{0,199}/)*")
SCHEMES = ("http", "https")

DEEPEST = 12
MOST_FILES = 200_000
"""Beyond this many pages the rest is answered by us; nobody can fill the disk by asking."""

LOOK_SECONDS = 1.0


class PageFiles:
    """Writes pages for a server in front, and takes them away in time.

    Only pages with nothing but `headers` and the kind of an HTML page are written: the server
    in front says the same of all.
    """

    def __init__(
        self, folder: Path, *, generations: FileGenerations, headers: Mapping[str, str]
    ) -> None:
        self.folder = folder
        self.generations = generations
        self.headers = {name.lower(): value for name, value in headers.items()}
        self._ends: list[tuple[float, str, int]] = []
        self._changing = threading.Lock()
        for name in (NOW, NEW):
            (folder / name).mkdir(parents=True, exist_ok=True)

    def keep(self, host: str, path: str, scheme: str, entry: Entry) -> bool:
        """Write a page down; return whether this was done."""
        try:
            return self._keep(host, path, scheme, entry)
        except OSError:
            # A full disk costs speed, never an answer.
            logger.exception("A ready page could not be written down")
            return False

    def _keep(self, host: str, path: str, scheme: str, entry: Entry) -> bool:
        if not (
            scheme in SCHEMES
            and HOST.fullmatch(host)
            and ".." not in host
            and PATH.fullmatch(path)
            and path.count("/") <= DEEPEST
            and self._says_only_what_all_say(entry)
            and len(self._ends) < MOST_FILES
        ):
            return False
        beginning = self.folder / NEW / secrets.token_hex(12)
        for encoding, answer in entry.answers.items():
            Path(f"{beginning}{ENDINGS[encoding]}").write_bytes(answer.body)
        try:
            with self.generations.held():
                if self.generations.current() != entry.generation:
                    return False  # something changed while the page was made
                stamp = self._next_stamp()
                page = self.folder / NOW / scheme / host / path.strip("/") / PAGE
                page.parent.mkdir(parents=True, exist_ok=True)
                # The plain page last: it is by this one that the server looks.
                for encoding in sorted(entry.answers, key=len, reverse=True):
                    part = Path(f"{beginning}{ENDINGS[encoding]}")
                    os.utime(part, (stamp, stamp))
                    part.replace(f"{page}{ENDINGS[encoding]}")
        finally:
            for ending in ENDINGS.values():
                Path(f"{beginning}{ending}").unlink(missing_ok=True)
        with self._changing:
            heapq.heappush(self._ends, (entry.valid_until, str(page), stamp))
        return True

    def _says_only_what_all_say(self, entry: Entry) -> bool:
        said = {name.lower(): value for name, value in entry.plain_headers}
        kind = said.pop("content-type", "").replace(" ", "").lower()
        return kind == "text/html;charset=utf-8" and said == self.headers

    def _next_stamp(self) -> int:
        """Return a time that no file had before, in seconds; the present where it is free."""
        path = self.folder / STAMP
        try:
            last = int(path.read_text())
        except (FileNotFoundError, ValueError):
            last = 0
        stamp = max(int(time.time()), last + 1)
        path.write_text(str(stamp))
        return stamp

    def take_away_ended(self, now: float | None = None) -> int:
        """Take away the pages whose time is over, and remains; return how many pages."""
        now = time.time() if now is None else now
        taken = 0
        while self._ends and self._ends[0][0] <= now:
            with self._changing:
                _until, page, stamp = heapq.heappop(self._ends)
            with self.generations.held(), suppress(FileNotFoundError):
                if int(Path(page).stat().st_mtime) == stamp:
                    for ending in ENDINGS.values():
                        Path(f"{page}{ending}").unlink(missing_ok=True)
                    taken += 1
        for gone in self.folder.glob(f"{GONE}*"):
            shutil.rmtree(gone, ignore_errors=True)
        return taken

    def begin_looking(self) -> None:
        """Take away what is over from now on, each second, beside the answers."""
        threading.Thread(target=self._look, name="page files", daemon=True).start()

    def _look(self) -> None:
        while True:
            time.sleep(LOOK_SECONDS)
            try:
                self.take_away_ended()
            except Exception:
                logger.exception("Ended pages could not be taken away")


def move_away(folder: Path) -> None:
    """Let no page that lies ready be found any more: one step, however many there are."""
    with suppress(FileNotFoundError):
        (folder / NOW).rename(folder / f"{GONE}{time.time_ns()}-{os.getpid()}")
