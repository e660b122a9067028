"""Taking a person's words out of what the program keeps beside its records.

Copies for the next minutes or days: forms kept while somebody signs in again, tasks that were
done, letters that went to a folder, parts of pages in the caches. None of them is a record, so
what names the person simply goes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lienhiep.core.erasing import Traces
from lienhiep.core.models.kept import KeptForm, SentForm
from lienhiep.core.search.index import index

logger = logging.getLogger(__name__)

BETWEEN_LETTERS = b"-" * 79
"""What Django writes after each letter that it keeps in a file."""


def forget_outside(traces: Traces) -> None:
    """Forget everything outside the records that names the person."""
    _forget_forms(traces)
    _forget_tasks(traces)
    _forget_letters(traces)
    index().wipe_remains()
    for name in settings.CACHES:
        caches[name].clear()


def _forget_forms(traces: Traces) -> None:
    for form in KeptForm.objects.order_by("pk").iterator():
        if traces.stand_in([form.path, form.fields, form.files, form.lost]):
            form.delete()
    for sent in SentForm.objects.exclude(url="").order_by("pk").iterator():
        if traces.stand_in(sent.url):
            sent.delete()


def _forget_tasks(traces: Traces) -> None:
    """Forget tasks that are over; one that still waits is done first, and forgotten in time."""
    over = DBTaskResult.objects.exclude(
        status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]
    )
    for task in over.order_by("pk").iterator():
        said = [task.args_kwargs, task.return_value, task.traceback]
        if traces.stand_in(said):
            task.delete()


def _forget_letters(traces: Traces) -> None:
    """Take letters to or about the person out of the folder of letters, where there is one."""
    folder = getattr(settings, "EMAIL_FILE_PATH", None) or Path(settings.DATA_DIR) / "mail"
    if not Path(folder).is_dir():
        return
    for path in Path(folder).iterdir():
        try:
            letters = path.read_bytes().split(BETWEEN_LETTERS)
        except OSError:
            logger.warning("The letters in %s could not be read.", path)
            continue
        kept = [one for one in letters if not traces.stand_in(list(_said(one)))]
        if len(kept) == len(letters):
            continue
        if any(one.strip() for one in kept):
            path.write_bytes(BETWEEN_LETTERS.join(kept))
        else:
            path.unlink()


def _said(letter: bytes) -> Iterator[Any]:
    """Yield what a letter says, in its head and in each of its parts, decoded."""
    yield letter.decode("utf-8", "replace")
    message = message_from_bytes(letter.lstrip(), policy=policy.default)
    yield from (str(value) for value in message.values())
    for part in message.walk():
        if part.get_content_maintype() == "text":
            yield str(part.get_content())
