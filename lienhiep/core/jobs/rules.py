"""Who sees which background work."""

from __future__ import annotations

from typing import Any

from lienhiep.core.models.jobs import Job, JobQuerySet
from lienhiep.core.principals import principals, role_key

ADMINISTRATOR = role_key("administrator")


def keeps_machine(user: Any) -> bool:
    """Return whether somebody looks after the program: all jobs, the schedule, error details."""
    return ADMINISTRATOR in principals(user)


def jobs_seen_by(user: Any) -> JobQuerySet:
    """Return the jobs that somebody may see and stop: their own, or all."""
    jobs = Job.objects.select_related("asked_by")
    return jobs if keeps_machine(user) else jobs.filter(asked_by=user.pk)
