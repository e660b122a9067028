"""Contests that open and results that are out, for those who read by mail."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.contests.addresses import edition_url
from lienhiep.contests.models import Edition
from lienhiep.core.digest import DigestLine, Window, digest_part


@digest_part("contests", label=gettext_lazy("Contests"), order=40)
def contests_in_motion(window: Window, most: int) -> list[DigestLine]:
    """Return the editions that began to take entries, or whose results came out, on the days."""
    first, last = window.days
    rows = Edition.objects.open_to_readers().filter(
        Q(opens_on__range=(first, last)) | Q(results_published_on__range=(first, last))
    )
    lines = []
    for edition in rows.with_names().order_by("-opens_on", "-pk")[:most]:
        results_on = edition.results_published_on
        if results_on is not None and first <= results_on <= last:
            what = _("The results are out.")
        else:
            what = _("Entries are taken until %(day)s.") % {
                "day": edition.deadline.strftime("%d/%m/%Y")
            }
        lines.append(DigestLine(str(edition), edition_url(edition), what))
    return lines
