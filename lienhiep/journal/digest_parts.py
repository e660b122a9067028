"""The new issues of the journal, for those who read by mail."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.digest import DigestLine, Window, digest_part
from lienhiep.journal.addresses import issue_url
from lienhiep.journal.models import Issue


@digest_part("journal", label=_("Journal"), order=30)
def new_issues(window: Window, most: int) -> list[DigestLine]:
    """Return the issues that appeared on the days."""
    rows = Issue.objects.open_to_readers().filter(published_on__range=window.days)
    return [
        DigestLine(str(issue), issue_url(issue))
        for issue in rows.order_by("-published_on", "-pk")[:most]
    ]
