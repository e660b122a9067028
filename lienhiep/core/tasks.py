"""What the ground floor itself does in the background."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lienhiep.core.files.actions import remove_pending_files
from lienhiep.core.forms.keeping import forget_old_forms
from lienhiep.core.jobs import at_every_look, scheduled
from lienhiep.core.jobs.running import fail_stale_jobs
from lienhiep.core.models.jobs import Job
from lienhiep.core.pictures.making import make_waiting
from lienhiep.core.search.rebuilding import rebuild_search
from lienhiep.core.search.words import count_words

__all__ = [
    "clear_forms",
    "count_words_of_the_site",
    "find_stale_jobs",
    "forget_old_tasks",
    "make_sizes_of_pictures",
    "rebuild_search",
]

TASKS_KEPT = timedelta(days=14)
JOBS_KEPT = timedelta(days=365)


@scheduled("core.find_stale_jobs", label=_("Find jobs whose worker has gone"), every_minutes=2)
def find_stale_jobs() -> None:
    """Let jobs that a stopped program left behind be taken up again."""
    fail_stale_jobs()


@scheduled("core.forget_old_tasks", label=_("Clear the queue of old tasks"), daily_at="02:40")
def forget_old_tasks() -> None:
    """Clear the queue of what is long over; jobs stay a year."""
    now = timezone.now()
    DBTaskResult.objects.filter(enqueued_at__lt=now - TASKS_KEPT).exclude(
        status=TaskResultStatus.READY
    ).delete()
    Job.objects.filter(finished_at__lt=now - JOBS_KEPT).delete()


@scheduled(
    "core.clear_forms", label=_("Clear kept forms and files without a record"), every_minutes=60
)
def clear_forms() -> None:
    """Forget kept forms past their time, and remove files that no record came to hold."""
    forget_old_forms()
    remove_pending_files()


@scheduled("core.count_words", label=_("Count the words of the site"), daily_at="03:10")
def count_words_of_the_site() -> None:
    """Renew the vocabulary from which questions are mended and words finished."""
    count_words()


@at_every_look("core.make_renditions")
def make_sizes_of_pictures() -> None:
    """Make the sizes of pictures that have come in, some at a time: about half a second each."""
    make_waiting()
