"""Pages that nginx sent by itself are counted from its log, each line once."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from lienhiep.visits.actions import roll_up, take_in_log
from lienhiep.visits.figures import reads_of
from lienhiep.visits.models import DailyTally, SegmentCursor

NOON = datetime(2022, 6, 10, 5, tzinfo=UTC)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]


def line(page="/tin-tuc/", *, method="GET", status="200", program=FIREFOX, ahead="", at=NOON):
    said = [f"{at.timestamp():.3f}", "203.0.113.7", method, status, page, program, ahead]
    return json.dumps(said) + "\n"


@pytest.fixture
def log(tmp_path):
    return tmp_path / "pages.log"


def rows():
    return [(row.day.day, row.kind, row.visits) for row in DailyTally.objects.order_by("kind")]


def test_each_line_counts_once_however_often_the_log_is_read(log):
    log.write_text(line() * 3)
    assert take_in_log(log) == 3
    assert take_in_log(log) == 0

    with log.open("a") as more:
        more.write(line())

    assert take_in_log(log) == 1
    assert rows() == [(10, "person", 4)]


def test_people_and_machines_are_told_apart_and_articles_counted(log):
    log.write_text(line("/tin-tuc/dai-hoi-7/") + line(program="Googlebot/2.1"))

    take_in_log(log)

    assert rows() == [(10, "bot", 1), (10, "person", 1)]
    assert reads_of([1_000_000_000_007]) == {1_000_000_000_007: 1}


def test_what_a_browser_has_already_counts_as_any_visit(log):
    log.write_text(line(status="304"))

    assert take_in_log(log) == 1


@pytest.mark.parametrize(
    "more", [{"method": "HEAD"}, {"status": "404"}, {"status": "206"}, {"ahead": "prefetch"}]
)
def test_what_is_no_visit_is_left_out(log, more):
    log.write_text(line(**more))

    assert take_in_log(log) == 0
    assert rows() == []


@pytest.mark.parametrize("bad", ["\n", "{}\n", "[1, 2]\n", '["x"' + "\n", "\xff\n", "[]\n"])
def test_a_line_that_cannot_be_read_costs_no_other(log, bad):
    log.write_text(line() + bad + line(), encoding="latin-1")

    assert take_in_log(log) == 2


def test_a_line_that_is_being_written_is_left_for_the_next_time(log):
    whole = line()
    log.write_text(whole + whole[:20])
    assert take_in_log(log) == 1

    log.write_text(whole + whole)

    assert take_in_log(log) == 1
    assert rows() == [(10, "person", 2)]


def test_a_log_put_aside_is_read_to_its_end_and_then_forgotten(log):
    log.write_text(line() * 2)
    take_in_log(log)
    aside = log.with_name("pages.log.1")
    log.rename(aside)
    with aside.open("a") as still_open:  # until the server is told
        still_open.write(line())
    log.write_text(line("/van-ban/"))

    assert take_in_log(log) == 2
    assert rows() == [(10, "person", 4)]

    aside.unlink()
    assert take_in_log(log) == 0
    assert SegmentCursor.objects.count() == 1


def test_places_in_files_of_visits_and_in_logs_do_not_disturb_each_other(log):
    log.write_text(line())
    take_in_log(log)

    roll_up()

    assert take_in_log(log) == 0


def test_no_log_yet_is_no_fault(log):
    assert take_in_log(log) == 0


def test_a_killed_reader_counts_nothing_twice(log, monkeypatch):
    log.write_text(line() * 3)

    def killed(self, **more):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(SegmentCursor, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            take_in_log(log)

    assert take_in_log(log) == 3
    assert rows() == [(10, "person", 3)]
