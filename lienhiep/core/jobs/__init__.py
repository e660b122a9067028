"""Long work in the background, and short work at fixed times.

A room writes its jobs and scheduled functions in `tasks.py`.
"""

from lienhiep.core.jobs.asking import cancel_job, retry_job, start_job
from lienhiep.core.jobs.registry import Step, job
from lienhiep.core.jobs.schedule import at_every_look, scheduled

__all__ = ["Step", "at_every_look", "cancel_job", "job", "retry_job", "scheduled", "start_job"]
