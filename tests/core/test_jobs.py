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
from django.db import transaction
from django.test import RequestFactory
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lienhiep.core.history import last_change
from lienhiep.core.jobs import Step, cancel_job, job, retry_job, start_job
from lienhiep.core.jobs.asking import prepare_job
from lienhiep.core.jobs.rules import ADMINISTRATOR, jobs_seen_by
from lienhiep.core.jobs.running import do_job, fail_stale_jobs, stop_asked
from lienhiep.core.jobs.views import JobDetailView, JobListView
from lienhiep.core.jobs.working import work
from lienhiep.core.models import Job, JobState
from lienhiep.core.period import today
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


def page_for(view, user, **kwargs):
    request = RequestFactory().get("/")
    request.user = user
    return view.as_view()(request, **kwargs)


@pytest.fixture
def keeper():
    """Somebody who looks after the program."""
    user = get_user_model().objects.create(email="binh@example.vn", full_name="Trần Bình")
    user._principals = {today(): frozenset({ADMINISTRATOR})}
    return user


def test_who_asked_sees_the_job_and_others_do_not(user, keeper):
    other = get_user_model().objects.create(email="cuc@example.vn", full_name="Đỗ Cúc")
    mine = start_job("sample.found_towns", by=user, number=1)

    assert list(jobs_seen_by(user)) == [mine]
    assert list(jobs_seen_by(keeper)) == [mine]
    assert list(jobs_seen_by(other)) == []


def test_the_page_shows_the_schedule_to_administrators_only(user, keeper):
    assert page_for(JobListView, user).context_data["tasks"] == []
    assert page_for(JobListView, keeper).context_data["keeps_machine"] is True


def test_the_page_of_a_job_hides_technical_details_from_who_asked(user, keeper, rf):
    faults[0] = raising(RuntimeError("inner words"))
    failed = start_job("sample.found_towns", by=user, number=1)

    assert page_for(JobDetailView, user, pk=failed.pk).context_data["keeps_machine"] is False
    assert page_for(JobDetailView, keeper, pk=failed.pk).context_data["keeps_machine"] is True
