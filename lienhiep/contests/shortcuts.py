"""What contests put on the first page of the back office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.accounts.choices import Role
from lienhiep.contests.models import Edition, Entry, Prize, Score
from lienhiep.contests.rules import ORGANISERS, READERS
from lienhiep.core.principals import principals, role_key
from lienhiep.core.shortcuts import (
    Coming,
    coming,
    register_home_figures,
    register_shortcuts,
    to_list,
    to_new,
)
from lienhiep.core.viewsets import admin_row_url

ICON = "lh-contests"
MOST = 6

register_shortcuts(
    to_new(Entry, gettext_lazy("Receive an entry"), icon=ICON, order=230, keys=ORGANISERS),
    to_list(Entry, gettext_lazy("Entries"), icon=ICON, order=232, keys=ORGANISERS),
    to_list(Score, gettext_lazy("Score sheets"), icon=ICON, order=234, keys=ORGANISERS),
    to_list(Prize, gettext_lazy("Prizes"), icon=ICON, order=236, keys=ORGANISERS),
)
register_home_figures(
    {
        role_key(Role.CONTEST_ORGANISER): ("F01", "F03", "F04", "F05"),
        role_key(Role.LEADER): ("F01",),
        role_key(Role.ACCOUNTANT): ("F08",),
    },
    order=230,
)


@coming
def last_days_for_entries(user: Any, on: date) -> Iterator[Coming]:
    """Yield the last days for entries of contests that are open, to those who read them."""
    if not principals(user, on) & READERS:
        return
    ahead = Edition.objects.visible_to(user).with_names().filter(deadline__gte=on)
    for edition in ahead.filter(cancelled_on=None).order_by("deadline")[:MOST]:
        yield Coming(
            day=edition.deadline,
            what=str(edition),
            note=_("last day for entries"),
            url=admin_row_url(edition) or "",
        )
