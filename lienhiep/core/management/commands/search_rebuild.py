"""The command `lienhiep search-rebuild`."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from lienhiep.core.jobs import Step
from lienhiep.core.jobs.asking import prepare_job, requeue
from lienhiep.core.jobs.running import do_job
from lienhiep.core.models.jobs import Job, JobState
from lienhiep.core.search.rebuilding import REBUILD


class Command(BaseCommand):
    """Writes the search table anew here and now, and shows how far it is."""

    help = "Write the search table anew, batch by batch; a run that was stopped goes on."

    def handle(self, *args: Any, **options: Any) -> None:
        job = Job.objects.filter(kind=REBUILD).first()
        if job is None or job.state == JobState.DONE:
            job = prepare_job(REBUILD, by=None)
        elif job.state != JobState.QUEUED:
            try:
                job = requeue(job)
            except ValidationError as refusal:
                raise CommandError(_("The search table is being rebuilt already.")) from refusal
        do_job(job.pk, tell=self.tell)
        job.refresh_from_db()
        if job.state != JobState.DONE:
            raise CommandError(job.error or job.get_state_display())
        self.stdout.write(_("The search table holds %(count)s records.") % {"count": job.done})

    def tell(self, step: Step) -> None:
        """Show how far the work is."""
        self.stdout.write(f"{step.done}/{step.total} {step.message}")
