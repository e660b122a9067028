"""Visits as the server in front of the program (nginx) writes them down.

It sends ready pages without asking us, and adds one line for each to a log, in the form that
`lienhiep nginx` sets up: a JSON array of time, address, method, status, address of the page,
program, and whether it was only fetched ahead.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from lienhiep.core.counted_pages import page_at
from lienhiep.visits.answered import is_fetched_ahead, visit_of
from lienhiep.visits.records import Visit

FORMAT = (
    "escape=json "
    '\'["$msec","$remote_addr","$request_method","$status","$uri","$http_user_agent",'
    '"$http_sec_purpose$http_purpose"]\''
)
"""The form of a line, as nginx wants to be told."""

OLDER = ".1"
"""How a log is called that was put aside a moment ago; the server may still write into it."""

SENT = ("200", "304")


@dataclass
class ServerLog:
    """A log opened to be read; `name` stays the same when the file is renamed."""

    name: str
    file: IO[bytes]

    def read(self, offset: int, most: int) -> tuple[list[Visit], int, int]:
        """Return visits from a place on, the place then reached, and how many lines were read.

        A line that is not ended yet is left for the next time.
        """
        self.file.seek(offset)
        visits, lines = [], 0
        for line in self.file:
            if lines == most or not line.endswith(b"\n"):
                break
            lines += 1
            offset += len(line)
            if (visit := visit_in(line)) is not None:
                visits.append(visit)
        return visits, offset, lines


def logs(path: Path) -> Iterator[ServerLog]:
    """Yield the log and the one before it, the older first."""
    for one in (Path(f"{path}{OLDER}"), path):
        try:
            file = one.open("rb")
        except FileNotFoundError:
            continue
        with file:
            first = file.readline()
            if first.endswith(b"\n"):
                number = os.fstat(file.fileno()).st_ino
                # A number is given again when a file is gone; its first line is not.
                told = hashlib.blake2b(first, digest_size=8).hexdigest()
                yield ServerLog(f"log {number} {told}", file)


def visit_in(line: bytes) -> Visit | None:
    """Return the visit that a line tells of; None for what is no visit, or cannot be read."""
    try:
        seconds, address, method, status, page, program, ahead = json.loads(
            line.decode("utf-8", "replace")
        )
        moment = datetime.fromtimestamp(float(seconds), UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    if method != "GET" or status not in SENT or is_fetched_ahead({"HTTP_PURPOSE": ahead}):
        return None
    return visit_of(moment=moment, address=address, agent=program, page=page_at(page))
