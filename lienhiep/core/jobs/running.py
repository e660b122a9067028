"""Doing the batches of a job, each in a transaction of its own."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.log_actions import LogContext

from lienhiep.core.jobs.registry import Step, kind_named
from lienhiep.core.models.jobs import Job, JobQuerySet, JobState

logger = logging.getLogger(__name__)

stop_asked = threading.Event()
"""Set when the worker is told to stop; a job then gives way after its present batch."""


Tell = Callable[[Step], None]


def print_nothing(step: Step) -> None:
    """Hear of a batch and say nothing, as the worker does."""


def interrupted() -> str:
    """Return the words for a job that was stopped from outside."""
    return _("The program was stopped in the middle of this work. Start it again to go on.")


class NoLongerOurs(Exception):
    """The job was called off, or taken up by another worker, while a batch was at work."""


@task()
def run_job(job_id: int) -> None:
    """Do a waiting job in the worker."""
    do_job(job_id)


def do_job(job_id: int, tell: Tell = print_nothing) -> None:
    """Do a waiting job here and now, from where it stopped last; `tell` hears of each batch."""
    job = _take_up(job_id)
    if job is None:
        return
    kind = kind_named(job.kind)
    if kind is None:
        _fail(job, _("The program no longer knows this kind of work."), "")
        return
    try:
        with LogContext(user=job.asked_by):
            finished = _work_through(job, kind.work(cursor=job.cursor, **job.arguments), tell)
    except NoLongerOurs:
        _step_aside(job)
    except ValidationError as refusal:
        _fail(job, " ".join(refusal.messages), traceback.format_exc())
    except Exception:
        logger.exception("Job %s (%s) failed", job.pk, job.kind)
        _fail(
            job,
            _("The work stopped at an error of the program. What was done until then is kept."),
            traceback.format_exc(),
        )
    except BaseException:
        # Somebody pressed Ctrl-C: the job can be taken up again at once.
        _fail(job, interrupted(), "")
        raise
    else:
        _finish(job) if finished else _give_way(job)


def _take_up(job_id: int) -> Job | None:
    """Make the job ours; None where it was called off or another worker has it."""
    now = timezone.now()
    taken = Job.objects.filter(pk=job_id, state=JobState.QUEUED).update(
        state=JobState.RUNNING,
        attempts=F("attempts") + 1,
        started_at=now,
        heartbeat_at=now,
        error="",
        error_detail="",
    )
    return Job.objects.select_related("asked_by").get(pk=job_id) if taken else None


def _work_through(job: Job, steps: Iterator[Step], tell: Tell) -> bool:
    """Do batch after batch; return False where the worker was told to stop before the end."""
    while True:
        with transaction.atomic():
            step = next(steps, None)
            if step is None:
                return True
            _write_progress(job, step)
        tell(step)
        if stop_asked.is_set():
            return False


def _ours(job: Job) -> JobQuerySet:
    """Return the job as long as it is still this attempt that runs it."""
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)


def _write_progress(job: Job, step: Step) -> None:
    """Write down a batch together with its work, or undo both where the job is not ours."""
    kept = _ours(job).filter(cancel_asked=False)
    if not kept.update(
        done=step.done,
        total=step.total,
        cursor=step.cursor,
        message=step.message[:500],
        heartbeat_at=timezone.now(),
    ):
        raise NoLongerOurs


def _finish(job: Job) -> None:
    _ours(job).update(state=JobState.DONE, finished_at=timezone.now(), cancel_asked=False)


def _fail(job: Job, error: str, detail: str) -> None:
    _ours(job).update(
        state=JobState.FAILED, error=error, error_detail=detail, finished_at=timezone.now()
    )


def _step_aside(job: Job) -> None:
    _ours(job).filter(cancel_asked=True).update(
        state=JobState.CANCELLED, finished_at=timezone.now()
    )


def _give_way(job: Job) -> None:
    """Put the job back in the queue for the next worker, where it stands."""
    from lienhiep.core.jobs.asking import enqueue  # which hands jobs to this module

    with transaction.atomic():
        if _ours(job).update(state=JobState.QUEUED):
            enqueue(job)


def fail_stale_jobs() -> int:
    """Mark jobs whose worker has gone as failed, so that they can be taken up again."""
    return Job.objects.stale().update(
        state=JobState.FAILED,
        error=interrupted(),
        finished_at=timezone.now(),
    )
