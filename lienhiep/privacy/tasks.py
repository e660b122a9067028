"""What this room does in the background."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import Step, job
from lienhiep.privacy.actions import forget_some
from lienhiep.privacy.models import RetentionRun


@job("privacy.run_retention", title=_("Let go what was kept long enough"))
def run_retention(*, cursor: None, run_id: int) -> Iterator[Step]:
    """Let the records of a run go, some at a time; taken up again it goes on."""
    run = RetentionRun.objects.filter(pk=run_id, finished_at=None).first()
    while run is not None and run.finished_at is None:
        forget_some(run=run)
        yield Step(done=run.gone, total=max(run.gone, run.expected))
