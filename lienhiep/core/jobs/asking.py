"""Asking for long work, asking for it again, calling it off."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.jobs.registry import kind_named
from lienhiep.core.jobs.running import run_job
from lienhiep.core.models.jobs import Job, JobState


def start_job(kind: str, *, by: Any, title: str = "", **arguments: Any) -> Job:
    """Put long work in the queue, in the caller's transaction, and return its job.

    `title` says more than the kind's own title where that helps ("Import of members.xlsx").
    The arguments must be what JSON knows: ids, not records.
    """
    with transaction.atomic():
        job = prepare_job(kind, by=by, title=title, **arguments)
        enqueue(job)
    job.refresh_from_db()
    return job


def prepare_job(kind: str, *, by: Any, title: str = "", **arguments: Any) -> Job:
    """Write a job down without handing it to the queue, for a command that does it itself."""
    declared = kind_named(kind)
    if declared is None:
        raise LookupError(f"No room declares a job called {kind}.")
    return Job.objects.create(
        kind=kind, title=(title or str(declared.title))[:300], arguments=arguments, asked_by=by
    )


def retry_job(*, job: Job) -> Job:
    """Take a job up again where it stopped; refuse where it has not stopped."""
    with transaction.atomic():
        job = requeue(job)
        enqueue(job)
    job.refresh_from_db()
    return job


def requeue(job: Job) -> Job:
    """Let a stopped job wait again, without handing it to the queue."""
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job.pk)
        if not job.may_be_retried:
            raise ValidationError(_("This job has not stopped, so it cannot be started again."))
        job.state = JobState.QUEUED
        job.cancel_asked = False
        job.error = job.error_detail = ""
        job.finished_at = None
        job.save()
    return job


def cancel_job(*, job: Job) -> Job:
    """Call a job off: at once where it waits, after the present batch where it runs.

    What is done already stays done.
    """
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job.pk)
        if not job.is_unfinished:
            raise ValidationError(_("This job is over already."))
        if job.state == JobState.QUEUED or job.is_stale:
            job.state = JobState.CANCELLED
            job.finished_at = timezone.now()
        else:
            job.cancel_asked = True
        job.save()
    return job


def enqueue(job: Job) -> None:
    """Hand a waiting job to the queue."""
    result = run_job.enqueue(job.pk)
    # The job may have run already, where the queue works at once.
    Job.objects.filter(pk=job.pk).update(task_id=result.id)
