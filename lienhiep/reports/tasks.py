"""The checks of the data are run each night, so that the home page knows what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from lienhiep.core.data_checks import all_checks
from lienhiep.core.jobs import Step, job, scheduled, start_job
from lienhiep.reports.models import CheckCount
from lienhiep.reports.quality import find, forget_old_checks, keep_count


@scheduled("reports.count_findings", label=_("Look through the data"), daily_at="05:30")
def count_findings() -> None:
    """Start looking through everything that rooms want checked."""
    start_job("reports.count_findings", by=None)


@job("reports.count_findings", title=_("Look through the data"))
def count_findings_one_by_one(cursor: int | None) -> Iterator[Step]:
    """Run one check after another and keep how much each found; never what."""
    checks = all_checks()
    forget_old_checks()
    for number in range(cursor or 0, len(checks)):
        findings, is_whole = find(checks[number])
        last = CheckCount.objects.filter(name=checks[number].name).first()
        keep_count(checks[number], len(findings), is_whole, last)
        yield Step(done=number + 1, total=len(checks), cursor=number + 1)
