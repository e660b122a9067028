"""What cannot be right in the counter of visits and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.period import today
from lienhiep.visits.models import DailyTally


@data_check("visits.future_days", label=gettext_lazy("No visits of days to come"))
def rows_in_future() -> Iterator[Finding]:
    """Find rows of days to come: the clock of the machine was wrong."""
    # A visit just after midnight may come in while the check asks for today.
    for row in DailyTally.objects.filter(day__gt=today() + timedelta(days=1)):
        yield Finding(_("%(row)s lies in the future.") % {"row": row}, row)


@data_check("visits.balance_grows", label=gettext_lazy("A later balance is no smaller"))
def balance_shrinks() -> Iterator[Finding]:
    """Find balances below the counter at the end of the day before: visits would vanish."""
    for row in DailyTally.objects.openings():
        before = DailyTally.objects.making_up_total(row.day - timedelta(days=1))
        counted = sum(before.values_list("visits", flat=True))
        if row.visits < counted:
            yield Finding(
                _("The balance at the end of %(day)s is smaller than what was counted before.")
                % {"day": date_format(row.day, "SHORT_DATE_FORMAT")},
                row,
            )
