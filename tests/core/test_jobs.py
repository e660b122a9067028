"""Long work: batches, failures, taking up again, calling off, and the worker itself."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lienhiep.core.history import last_change
from lienhiep.core.jobs import Step, cancel_job, job, retry_job, start_job
from lienhiep.core.jobs.asking import prepare_job
from lienhiep.core.jobs.rules import jobs_seen_by
from lienhiep.core.jobs.running import do_job, fail_stale_jobs, stop_asked
from lienhiep.core.jobs.schedule import sync_schedule
from lienhiep.core.jobs.working import work
from lienhiep.core.models import Job, JobState, ScheduledTask
from tests.factories.accounts import user_with
from tests.sample.models import Town

pytestmark = pytest.mark.django_db

faults = {}


@job("sample.found_towns", title="Found towns")
def found_towns(*, cursor=None, number, stop_at=None):
    """Found towns one by one, and stumble where the test says so."""
    for place in range(cursor or 0, number):
        Town.objects.create(name=f"Town {place}")
        if place in faults:
            faults[place]()
        yield Step(done=place + 1, total=number, cursor=place + 1, message=f"Town {place}")


@pytest.fixture(autouse=True)
def no_faults():
    faults.clear()
    yield
    faults.clear()
    stop_asked.clear()


@pytest.fixture
def user():
    return get_user_model().objects.create(email="an@example.vn", full_name="Lê An")


def raising(error):
    def fail():
        raise error

    return fail


def towns():
    return [town.name for town in Town.objects.order_by("pk")]


def aged(asked):
    """Make a job one that has not been heard of for a long while."""
    Job.objects.filter(pk=asked.pk).update(
        state=JobState.RUNNING, heartbeat_at=timezone.now() - timedelta(minutes=10)
    )
    asked.refresh_from_db()


def test_start_job_does_every_batch(user):
    done = start_job("sample.found_towns", by=user, number=3)

    assert (done.state, done.done, done.total, done.percent) == (JobState.DONE, 3, 3, 100)
    assert (done.title, done.message, done.attempts) == ("Found towns", "Town 2", 1)
    assert done.finished_at is not None
    assert towns() == ["Town 0", "Town 1", "Town 2"]


def test_start_job_refuses_work_that_no_room_declares(user):
    with pytest.raises(LookupError):
        start_job("sample.move_mountains", by=user)


def test_a_failed_batch_leaves_nothing_and_the_others_stay(user):
    faults[1] = raising(RuntimeError("no more land"))

    failed = start_job("sample.found_towns", by=user, number=3)

    assert (failed.state, failed.done, failed.cursor) == (JobState.FAILED, 1, 1)
    assert "no more land" in failed.error_detail
    assert "no more land" not in failed.error
    assert towns() == ["Town 0"]


def test_a_refusal_is_told_in_its_own_words(user):
    faults[0] = raising(ValidationError("Hết đất."))

    assert start_job("sample.found_towns", by=user, number=1).error == "Hết đất."


def test_retry_goes_on_where_the_job_stopped(user):
    faults[1] = raising(RuntimeError)
    failed = start_job("sample.found_towns", by=user, number=3)
    faults.clear()

    done = retry_job(job=failed)

    assert (done.state, done.done, done.attempts, done.error) == (JobState.DONE, 3, 2, "")
    assert towns() == ["Town 0", "Town 1", "Town 2"]


def test_retry_is_refused_while_the_job_has_not_stopped(user):
    done = start_job("sample.found_towns", by=user, number=1)

    with pytest.raises(ValidationError):
        retry_job(job=done)


def test_cancel_calls_a_waiting_job_off_at_once(user):
    waiting = prepare_job("sample.found_towns", by=user, number=3)

    cancelled = cancel_job(job=waiting)
    do_job(waiting.pk)

    assert cancelled.state == JobState.CANCELLED
    assert towns() == []


def test_cancel_stops_a_running_job_and_keeps_what_is_done(user):
    asked = prepare_job("sample.found_towns", by=user, number=3)

    do_job(asked.pk, tell=lambda step: cancel_job(job=asked) if step.done == 2 else None)

    asked.refresh_from_db()
    assert (asked.state, asked.done) == (JobState.CANCELLED, 2)
    assert towns() == ["Town 0", "Town 1"]


def test_cancel_is_refused_when_the_job_is_over(user):
    done = start_job("sample.found_towns", by=user, number=1)

    with pytest.raises(ValidationError):
        cancel_job(job=done)


def test_a_job_whose_worker_died_is_found_and_can_be_taken_up_again(user):
    faults[1] = raising(RuntimeError)
    lost = start_job("sample.found_towns", by=user, number=2)
    aged(lost)
    faults.clear()
    assert lost.is_stale

    assert fail_stale_jobs() == 1

    lost.refresh_from_db()
    assert lost.state == JobState.FAILED
    assert retry_job(job=lost).state == JobState.DONE
    assert towns() == ["Town 0", "Town 1"]


def test_a_job_that_is_heard_of_is_left_alone(user):
    alive = prepare_job("sample.found_towns", by=user, number=1)
    Job.objects.filter(pk=alive.pk).update(state=JobState.RUNNING, heartbeat_at=timezone.now())

    assert fail_stale_jobs() == 0


def test_a_worker_that_was_given_up_does_no_more(user):
    asked = prepare_job("sample.found_towns", by=user, number=3)

    def taken_by_another(step):
        if step.done == 1:
            Job.objects.filter(pk=asked.pk).update(attempts=2)

    do_job(asked.pk, tell=taken_by_another)

    asked.refresh_from_db()
    assert (asked.state, asked.done, asked.attempts) == (JobState.RUNNING, 1, 2)
    assert towns() == ["Town 0"]


def test_a_job_gives_way_when_the_worker_is_told_to_stop(user, monkeypatch):
    given_back = []
    monkeypatch.setattr("lienhiep.core.jobs.asking.enqueue", given_back.append)
    asked = prepare_job("sample.found_towns", by=user, number=3)

    do_job(asked.pk, tell=lambda step: stop_asked.set())

    asked.refresh_from_db()
    assert (asked.state, asked.done, asked.cursor) == (JobState.QUEUED, 1, 1)
    assert [job.pk for job in given_back] == [asked.pk]


def test_ctrl_c_leaves_a_job_that_can_be_taken_up_at_once(user):
    asked = prepare_job("sample.found_towns", by=user, number=3)
    faults[1] = raising(KeyboardInterrupt)

    with pytest.raises(KeyboardInterrupt):
        do_job(asked.pk)

    asked.refresh_from_db()
    assert (asked.state, asked.done) == (JobState.FAILED, 1)
    assert asked.may_be_retried


def test_work_that_no_room_declares_any_more_fails_in_words(user):
    old = Job.objects.create(kind="sample.gone", title="Gone", asked_by=user)

    do_job(old.pk)

    old.refresh_from_db()
    assert (old.state, old.error_detail) == (JobState.FAILED, "")
    assert old.error


def test_changes_of_a_job_stand_under_the_name_of_who_asked(user):
    start_job("sample.found_towns", by=user, number=1)

    assert last_change(Town.objects.get()).who == "Lê An"


# The worker


@pytest.fixture
def database_queue(settings):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}
    }


@pytest.mark.django_db(transaction=True)
def test_the_worker_empties_the_queue(user, database_queue):
    first = start_job("sample.found_towns", by=user, number=2)
    assert first.state == JobState.QUEUED

    work(once=True)

    first.refresh_from_db()
    assert (first.state, first.done) == (JobState.DONE, 2)
    assert DBTaskResult.objects.ready().count() == 0


def test_the_queue_forgets_a_job_that_was_not_asked_for_after_all(user, database_queue):
    with transaction.atomic():
        start_job("sample.found_towns", by=user, number=2)
        transaction.set_rollback(True)

    assert (Job.objects.count(), DBTaskResult.objects.count()) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.django_db(transaction=True)
def test_the_worker_stops_soon_when_told_to(signum, settings):
    database = settings.DATABASES["default"]
    code = (
        "import django; django.setup();"
        "from django.conf import settings; from django.db import connection;"
        f"connection.settings_dict['NAME'] = {str(database['NAME'])!r};"
        "from django.core.management import call_command; print('ready', flush=True);"
        "call_command('worker')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=Path(__file__).resolve().parents[2],
        stdout=subprocess.PIPE,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]},
    )
    assert process.stdout.readline() == b"ready\n"
    time.sleep(2)

    process.send_signal(signum)

    assert process.wait(timeout=10) == 0
    process.stdout.close()


# The page


@pytest.fixture
def keeper():
    """Somebody who looks after the program."""
    return user_with("administrator", full_name="Trần Bình")


@pytest.fixture
def officer():
    return user_with("officer", full_name="Lê An")


@pytest.fixture
def page(client):
    """Open a page of background work as somebody, and return its text."""

    def open_page(name, by, pk=None):
        client.force_login(by)
        return client.get(reverse(f"core_jobs:{name}", args=[pk] if pk else []))

    return open_page


def test_who_asked_sees_the_job_and_others_do_not(officer, keeper, page):
    other = user_with("officer")
    mine = start_job("sample.found_towns", by=officer, number=1)

    assert list(jobs_seen_by(officer)) == list(jobs_seen_by(keeper)) == [mine]
    assert list(jobs_seen_by(other)) == []
    assert [page("detail", who, mine.pk).status_code for who in (officer, keeper, other)] == [
        200,
        200,
        404,
    ]


def test_the_page_shows_progress_and_asks_for_itself_anew_only_while_something_runs(officer, page):
    unfinished = prepare_job("sample.found_towns", by=officer, number=4)
    Job.objects.filter(pk=unfinished.pk).update(
        state=JobState.RUNNING, done=1, total=4, heartbeat_at=timezone.now()
    )
    running = page("list", officer).content.decode()
    Job.objects.update(state=JobState.DONE, done=4)
    over = page("list", officer).content.decode()

    assert "1 trên 4" in running
    assert ("data-live-active" in running, "data-live-active" in over) == (True, False)


def test_technical_details_are_for_administrators(officer, keeper, page):
    faults[0] = raising(RuntimeError("inner words"))
    failed = start_job("sample.found_towns", by=officer, number=1)

    assert "inner words" not in page("detail", officer, failed.pk).content.decode()
    assert "inner words" in page("detail", keeper, failed.pk).content.decode()


def test_a_failed_job_is_taken_up_again_by_its_button(officer, client):
    faults[1] = raising(RuntimeError)
    failed = start_job("sample.found_towns", by=officer, number=2)
    faults.clear()
    client.force_login(officer)

    answer = client.post(reverse("core_jobs:retry", args=[failed.pk]), follow=True)

    failed.refresh_from_db()
    assert failed.state == JobState.DONE
    assert "Công việc được làm tiếp từ chỗ đã dừng." in answer.content.decode()


def test_a_stranger_neither_retries_nor_calls_off(officer, client):
    waiting = prepare_job("sample.found_towns", by=officer, number=2)
    client.force_login(user_with("officer"))

    answers = [
        client.post(reverse(f"core_jobs:{name}", args=[waiting.pk])).status_code
        for name in ("retry", "cancel")
    ]

    waiting.refresh_from_db()
    assert (answers, waiting.state) == ([404, 404], JobState.QUEUED)


def test_a_button_pressed_too_late_says_so(officer, client):
    done = start_job("sample.found_towns", by=officer, number=1)
    client.force_login(officer)

    answer = client.post(reverse("core_jobs:cancel", args=[done.pk]), follow=True)

    assert "Công việc này đã kết thúc." in answer.content.decode()


def test_the_schedule_is_for_administrators(officer, keeper, page, client):
    sync_schedule()
    bell = ScheduledTask.objects.get(name="core.forget_old_tasks")

    assert "Dọn hàng đợi" not in page("list", officer).content.decode()
    assert page("schedule", officer, bell.pk).status_code in (302, 403)
    assert "Dọn hàng đợi" in page("list", keeper).content.decode()


def test_an_administrator_changes_the_schedule_and_makes_a_task_due(keeper, client):
    sync_schedule()
    bell = ScheduledTask.objects.get(name="core.forget_old_tasks")
    client.force_login(keeper)

    client.post(
        reverse("core_jobs:schedule", args=[bell.pk]),
        {"rhythm": "weekly", "weekday": "0", "at": "04:30", "is_enabled": "on"},
    )
    bell.refresh_from_db()
    due_by_rhythm = bell.next_run
    client.post(reverse("core_jobs:run", args=[bell.pk]))

    bell.refresh_from_db()
    assert (bell.rhythm, bell.weekday, bell.at.isoformat()) == ("weekly", 0, "04:30:00")
    assert due_by_rhythm > timezone.now() >= bell.next_run


def test_the_list_asks_as_often_for_one_job_as_for_three(officer, page, client):
    start_job("sample.found_towns", by=officer, number=1)
    page("list", officer)
    with CaptureQueriesContext(connection) as one:
        page("list", officer)
    for _ in range(2):
        start_job("sample.found_towns", by=officer, number=1)
    with CaptureQueriesContext(connection) as three:
        page("list", officer)

    assert len(three) == len(one)
