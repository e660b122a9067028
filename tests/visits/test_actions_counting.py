"""Visits reach the daily rows once each, whenever a process is killed."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from lienhiep.core.history import entries_of
from lienhiep.core.period import local_day
from lienhiep.visits.actions import roll_up
from lienhiep.visits.actions.counting import signed
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally, RecentVisitor, SegmentCursor
from lienhiep.visits.segments import SegmentWriter

NOON = datetime(2022, 6, 10, 5, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


def rows():
    return [(row.day.day, row.kind, row.visits) for row in DailyTally.objects.order_by("day")]


@pytest.mark.django_db
def test_visits_are_added_by_day_and_kind(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON)
    writer.add(TallyKind.PERSON, 1, NOON)
    writer.add(TallyKind.BOT, 2, NOON + timedelta(days=1))

    assert roll_up(folder) == 3
    assert rows() == [(10, "person", 2), (11, "bot", 1)]


@pytest.mark.django_db
def test_what_was_added_is_not_added_again(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON)
    roll_up(folder)
    writer.add(TallyKind.PERSON, 1, NOON)

    assert (roll_up(folder), roll_up(folder)) == (1, 0)
    assert rows() == [(10, "person", 2)]


@pytest.mark.django_db
def test_nothing_new_writes_nothing(folder, django_assert_num_queries):
    SegmentWriter(folder).add(TallyKind.PERSON, 1, NOON)
    roll_up(folder)

    with django_assert_num_queries(1):
        roll_up(folder)


@pytest.mark.django_db
def test_counting_many_visits_goes_in_batches(folder, monkeypatch):
    monkeypatch.setattr("lienhiep.visits.actions.counting.BATCH", 2)
    writer = SegmentWriter(folder)
    for visitor in range(5):
        writer.add(TallyKind.PERSON, visitor, NOON)

    assert roll_up(folder) == 5
    assert rows() == [(10, "person", 5)]


@pytest.mark.django_db
def test_a_file_that_was_left_goes_when_it_is_read_and_its_place_goes_with_it(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON)
    writer.close()

    roll_up(folder)
    roll_up(folder)

    assert list(folder.glob("*.visits2")) == []
    assert SegmentCursor.objects.count() == 0
    assert rows() == [(10, "person", 1)]


@pytest.mark.django_db
def test_a_worker_killed_before_it_removed_the_file_counts_nothing_twice(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON)
    roll_up(folder)  # its place is written, the file still there
    writer.close()

    assert roll_up(folder) == 0
    assert rows() == [(10, "person", 1)]


@pytest.mark.django_db
def test_the_beginning_of_a_day_stands_in_the_history_and_each_addition_does_not(folder):
    writer = SegmentWriter(folder)
    for _number in range(3):
        writer.add(TallyKind.PERSON, 1, NOON)
        roll_up(folder)

    assert len(entries_of(DailyTally.objects.get())) == 1


@pytest.mark.django_db
def test_who_was_seen_in_the_last_minutes_is_on_line_once(folder):
    now = timezone.now()
    writer = SegmentWriter(folder)
    for kind, visitor, ago in (
        (TallyKind.PERSON, 2**64 - 5, 1),
        (TallyKind.PERSON, 2**64 - 5, 2),
        (TallyKind.PERSON, 6, 11),
        (TallyKind.BOT, 7, 1),
    ):
        writer.add(kind, visitor, now - timedelta(minutes=ago))

    roll_up(folder)

    assert set(RecentVisitor.objects.values_list("visitor", "is_bot")) == {(-5, False), (7, True)}


@pytest.mark.parametrize(("number", "held"), [(0, 0), (2**63 - 1, 2**63 - 1), (2**64 - 1, -1)])
def test_a_visitor_fits_into_the_database(number, held):
    assert signed(number) == held


ADD_FOR_EVER = """
import sys
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.segments import SegmentWriter
from pathlib import Path
from datetime import datetime, UTC
writer = SegmentWriter(Path(sys.argv[1]))
moment = datetime(2022, 6, 10, 5, tzinfo=UTC)
added = 0
while True:
    writer.add(TallyKind.PERSON, added, moment)
    added += 1
    if added % 50 == 0:
        print(added, flush=True)
"""

ROLL_UP_FOR_EVER = """
import django; django.setup()
from django.db import connection
import sys
from pathlib import Path
connection.settings_dict["NAME"] = sys.argv[2]
from lienhiep.visits.actions import counting
counting.BATCH = 7
print("ready", flush=True)
while True:
    counting.roll_up(Path(sys.argv[1]))
"""


def started(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]},
    )


def killed(process):
    process.send_signal(signal.SIGKILL)
    last = process.stdout.read().split()
    process.stdout.close()
    process.wait()
    return last


@pytest.mark.django_db
def test_a_web_process_that_is_killed_loses_no_visit(folder):
    process = started(ADD_FOR_EVER, folder)
    assert process.stdout.readline()
    time.sleep(0.2)

    answered = int(killed(process)[-1])
    counted = roll_up(folder)

    # Between two sayings it may have added some that nobody heard of.
    assert answered <= counted <= answered + 50
    assert rows() == [(10, "person", counted)]
    assert list(folder.glob("*.visits2")) == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_again_and_again_loses_and_doubles_nothing(folder):
    writer = SegmentWriter(folder)
    moment = timezone.now()
    added = 0
    for _time in range(3):
        process = started(ROLL_UP_FOR_EVER, folder, connection.settings_dict["NAME"])
        assert process.stdout.readline() == b"ready\n"
        until = time.monotonic() + 0.4
        while time.monotonic() < until:
            writer.add(TallyKind.PERSON, added, moment)
            added += 1
            time.sleep(0.0005)
        killed(process)
    writer.close()

    roll_up(folder)

    assert [(row.day, row.visits) for row in DailyTally.objects.all()] == [
        (local_day(moment), added)
    ]
