"""What was counted by several processes adds up exactly, however they end."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lienhiep.visits.actions import roll_up
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.figures import reads_of
from lienhiep.visits.models import DailyTally
from lienhiep.visits.segments import SYNC_SECONDS, SegmentWriter

ROOT = Path(__file__).resolve().parents[2]
PAGE = 1_000_000_000_007
COUNTED = 2_000

COUNT = """
import django, sys, time
django.setup()
from pathlib import Path
from django.conf import settings
settings.DATA_DIR = Path(sys.argv[1])
from lienhiep.visits.answered import count_answer
environ = {"PATH_INFO": "/tin-tuc/a-7/", "REMOTE_ADDR": "203.0.113.7",
           "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0"}
for _number in range(int(sys.argv[3])):
    count_answer(environ, int(sys.argv[2]))
print("counted", flush=True)
time.sleep(60)
"""


def counting(folder, number):
    return subprocess.Popen(
        [sys.executable, "-c", COUNT, str(folder.parent), str(PAGE), str(number)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env=dict(os.environ),
    )


def ended(process, how):
    process.send_signal(how)
    process.wait()
    process.stdout.close()


@pytest.mark.slow
@pytest.mark.django_db
def test_several_processes_stopped_and_killed_add_up_exactly(folder):
    processes = [counting(folder, COUNTED + number) for number in range(3)]
    for process in processes:
        roll_up(folder)  # beside the counting, as the worker does
        assert process.stdout.readline() == b"counted\n"
    roll_up(folder)
    for process, how in zip(
        processes, (signal.SIGTERM, signal.SIGKILL, signal.SIGKILL), strict=True
    ):
        ended(process, how)
    restarted = counting(folder, COUNTED)
    assert restarted.stdout.readline() == b"counted\n"
    ended(restarted, signal.SIGKILL)

    roll_up(folder)

    expected = 4 * COUNTED + 3
    assert sum(row.visits for row in DailyTally.objects.filter(kind="person")) == expected
    assert reads_of([PAGE]) == {PAGE: expected}
    assert list(folder.glob("*.visits2")) == []


def test_what_was_added_is_on_the_disk_itself_within_a_second(folder, monkeypatch):
    brought = []
    to_disk = os.fdatasync

    def noted(file):
        brought.append(os.fstat(file).st_size)
        to_disk(file)

    monkeypatch.setattr(os, "fdatasync", noted)
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, datetime(2022, 6, 10, 5, tzinfo=UTC))
    time.sleep(0.95)

    assert brought == [24]
    assert SYNC_SECONDS < 1
