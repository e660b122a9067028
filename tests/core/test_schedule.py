"""What is due when, and that it is done once."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.jobs import at_every_look, scheduled
from lienhiep.core.jobs.forms import ScheduledTaskForm
from lienhiep.core.jobs.rhythm import next_run
from lienhiep.core.jobs.schedule import _claim, do_at_every_look, run_due, sync_schedule
from lienhiep.core.models import ScheduledTask

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
Rhythm = ScheduledTask.Rhythm

calls = []


@scheduled("sample.ring", label="Ring the bell", daily_at="00:05")
def ring():
    """Ring the bell, or fail as the test wants it."""
    calls.append("ring")
    if len(calls) > 1 and calls[0] == "refuse":
        raise ValidationError("Chuông hỏng.")
    if len(calls) > 1 and calls[0] == "break":
        raise RuntimeError("broken bell")


@pytest.fixture(autouse=True)
def silence():
    calls.clear()


def at(*moment):
    return datetime(*moment, tzinfo=HANOI)


def task(**fields):
    return ScheduledTask(**fields)


@pytest.fixture
def bell(db):
    sync_schedule(at(2026, 3, 1, 12))
    ScheduledTask.objects.exclude(name="sample.ring").delete()
    return ScheduledTask.objects.get(name="sample.ring")


@pytest.mark.parametrize(
    ("fields", "after", "due"),
    [
        ({"rhythm": Rhythm.MINUTES, "every_minutes": 5}, (2026, 3, 1, 12), (2026, 3, 1, 12, 5)),
        ({"rhythm": Rhythm.DAILY, "at": time(0, 5)}, (2026, 3, 1, 0, 4), (2026, 3, 1, 0, 5)),
        ({"rhythm": Rhythm.DAILY, "at": time(0, 5)}, (2026, 3, 1, 0, 5), (2026, 3, 2, 0, 5)),
        (  # 1 March 2026 is a Sunday
            {"rhythm": Rhythm.WEEKLY, "weekday": 0, "at": time(7)},
            (2026, 3, 1, 12),
            (2026, 3, 2, 7),
        ),
        (
            {"rhythm": Rhythm.WEEKLY, "weekday": 6, "at": time(7)},
            (2026, 3, 1, 12),
            (2026, 3, 8, 7),
        ),
        (
            {"rhythm": Rhythm.MONTHLY, "day_of_month": 31, "at": time(6)},
            (2026, 1, 31, 7),
            (2026, 2, 28, 6),
        ),
        (
            {"rhythm": Rhythm.MONTHLY, "day_of_month": 1, "at": time(6)},
            (2026, 12, 5, 7),
            (2027, 1, 1, 6),
        ),
    ],
)
def test_next_run_is_reckoned_in_vietnam(fields, after, due):
    assert next_run(task(**fields), at(*after)) == at(*due)


def test_next_run_takes_a_moment_of_any_zone():
    yesterday_in_utc = datetime(2026, 2, 28, 17, 4, tzinfo=ZoneInfo("UTC"))

    due = next_run(task(rhythm=Rhythm.DAILY, at=time(0, 5)), yesterday_in_utc)

    assert due == at(2026, 3, 1, 0, 5)


def test_scheduled_wants_exactly_one_rhythm():
    with pytest.raises(ValueError, match="exactly one"):
        scheduled("sample.twice", daily_at="00:05", every_minutes=5)


def test_sync_schedule_keeps_what_an_administrator_changed(bell):
    bell.at = time(3)
    bell.is_enabled = False
    bell.save()

    sync_schedule(at(2026, 3, 1, 12))

    bell.refresh_from_db()
    assert (bell.at, bell.is_enabled) == (time(3), False)


def test_run_due_does_nothing_before_the_time(bell):
    assert run_due(at(2026, 3, 2, 0, 4)) == []
    assert calls == []


def test_run_due_does_it_once_and_moves_on(bell):
    assert run_due(at(2026, 3, 2, 0, 6)) == ["sample.ring"]
    assert run_due(at(2026, 3, 2, 0, 7)) == []

    bell.refresh_from_db()
    assert calls == ["ring"]
    assert (bell.next_run, bell.last_error) == (at(2026, 3, 3, 0, 5), "")
    assert bell.last_run is not None


def test_run_due_makes_up_once_for_days_without_the_program(bell):
    run_due(at(2026, 3, 9, 8))

    bell.refresh_from_db()
    assert calls == ["ring"]
    assert bell.next_run == at(2026, 3, 10, 0, 5)


def test_a_task_is_claimed_by_one_worker_only(bell):
    now = at(2026, 3, 2, 0, 6)
    same_row = ScheduledTask.objects.get(pk=bell.pk)

    assert (_claim(bell, now), _claim(same_row, now)) == (True, False)


def test_a_task_switched_off_is_not_done(bell):
    bell.is_enabled = False
    bell.save()

    assert run_due(at(2026, 3, 2, 0, 6)) == []


def test_a_failure_is_written_down_and_the_next_time_stands(bell):
    calls.append("break")

    run_due(at(2026, 3, 2, 0, 6))

    bell.refresh_from_db()
    assert "broken bell" in bell.last_error_detail
    assert "broken bell" not in bell.last_error
    assert bell.last_error
    assert bell.next_run == at(2026, 3, 3, 0, 5)


def test_a_refusal_is_told_in_its_own_words(bell):
    calls.append("refuse")

    run_due(at(2026, 3, 2, 0, 6))

    bell.refresh_from_db()
    assert bell.last_error == "Chuông hỏng."


def test_only_declared_functions_are_called_whatever_the_table_says(bell):
    ScheduledTask.objects.create(
        name="sample.unknown",
        function_path="os.abort",
        rhythm=Rhythm.DAILY,
        at=time(0),
        next_run=at(2026, 3, 1),
    )

    assert run_due(at(2026, 3, 2, 0, 6)) == ["sample.ring"]


@pytest.fixture
def looks(monkeypatch):
    monkeypatch.setattr("lienhiep.core.jobs.schedule._at_every_look", {})


def test_what_fails_at_a_look_stops_nothing_else(looks, caplog):
    @at_every_look("sample.break")
    def break_off():
        raise RuntimeError("broken bell")

    at_every_look("sample.count")(lambda: calls.append("count"))

    do_at_every_look()
    do_at_every_look()

    assert calls == ["count", "count"]
    assert [record.message for record in caplog.records] == ["sample.break failed"] * 2


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"rhythm": "daily", "at": "07:30"}, []),
        ({"rhythm": "daily"}, ["at"]),
        ({"rhythm": "weekly", "at": "07:30"}, ["weekday"]),
        ({"rhythm": "monthly", "at": "07:30", "day_of_month": "32"}, ["day_of_month"]),
        ({"rhythm": "minutes", "every_minutes": "0"}, ["every_minutes"]),
    ],
)
def test_the_form_asks_for_what_the_rhythm_needs(bell, data, wrong):
    form = ScheduledTaskForm(data, instance=bell)

    assert sorted(form.errors) == wrong


def test_the_form_forgets_what_the_rhythm_does_not_need(bell):
    form = ScheduledTaskForm(
        {"rhythm": "minutes", "every_minutes": "5", "at": "07:30"}, instance=bell
    )

    assert (form.is_valid(), form.cleaned_data["at"]) == (True, None)
