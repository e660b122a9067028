"""Files of visits: whole records, in the order of their coming, left when their process has."""

import os
from datetime import UTC, datetime, timedelta

from lienhiep.visits.choices import Device, TallyKind
from lienhiep.visits.records import OLD_RECORD, RECORD, Visit
from lienhiep.visits.segments import SegmentWriter, segments

NOON = datetime(2022, 6, 10, 5, tzinfo=UTC)


def read_all(folder):
    return [visit for segment in segments(folder) for visit in segment.read(0, 100)[0]]


def test_a_visit_takes_twenty_four_bytes():
    assert RECORD.size == 24


def test_what_was_added_is_read_again(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 2**64 - 1, NOON, 1_000_000_600_000, Device.TABLET)
    writer.add(TallyKind.BOT, 7, NOON)

    assert read_all(folder) == [
        Visit(NOON, TallyKind.PERSON, 2**64 - 1, 1_000_000_600_000, Device.TABLET),
        Visit(NOON, TallyKind.BOT, 7, 0, None),
    ]


def test_a_file_of_an_older_version_is_read_in_its_own_shape(folder):
    folder.mkdir()
    old = OLD_RECORD.pack(int(NOON.timestamp()), 1, 1, 0, 2**64 - 1)
    (folder / "2022-06-10-99-1.visits").write_bytes(old + old[:9])

    assert read_all(folder) == [Visit(NOON, TallyKind.PERSON, 2**64 - 1)]


def test_a_visit_just_after_midnight_in_vietnam_is_one_of_the_new_day():
    assert Visit(datetime(2022, 6, 9, 17, tzinfo=UTC), TallyKind.PERSON, 1).day.day == 10


def test_a_new_day_begins_a_new_file_and_leaves_the_old_one(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON)
    writer.add(TallyKind.PERSON, 1, NOON + timedelta(days=1))

    assert [(one.name[:10], one.is_left) for one in segments(folder)] == [
        ("2022-06-10", True),
        ("2022-06-11", False),
    ]


def test_half_a_record_at_the_end_is_not_read(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON)
    (path,) = folder.glob("*.visits2")
    with path.open("ab") as file:
        file.write(b"\x00" * 7)

    assert [(one.size(), one.read(0, 9)[1]) for one in segments(folder)] == [(24, 24)]
    assert path.stat().st_size == 31


def test_reading_goes_on_from_a_place(folder):
    writer = SegmentWriter(folder)
    for visitor in range(5):
        writer.add(TallyKind.PERSON, visitor, NOON)

    ((found, reached),) = [segment.read(2 * 24, 2) for segment in segments(folder)]

    assert [visit.visitor for visit in found] == [2, 3]
    assert reached == 4 * 24


def test_a_process_that_was_copied_writes_to_a_file_of_its_own(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON)

    child = os.fork()
    if not child:
        writer.add(TallyKind.PERSON, 2, NOON)
        os._exit(0)
    os.waitpid(child, 0)

    found = {one.name.split("-")[3]: one.read(0, 9)[0] for one in segments(folder)}
    assert [visit.visitor for visit in found[str(os.getpid())]] == [1]
    assert [visit.visitor for visit in found[str(child)]] == [2]
