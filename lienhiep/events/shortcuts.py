"""What conferences, courses and partners put on the first page of the back office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
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
from lienhiep.events.models import Conference, Course, Sponsorship
from lienhiep.events.rules import LEADERS, READERS, RECEIVERS, WORKERS

ICON = "lh-events"
MOST = 6

register_shortcuts(
    to_new(Conference, _("Plan a conference"), icon=ICON, order=145, keys=WORKERS),
    to_list(
        Conference, _("Conferences and meetings"), icon=ICON, order=330, keys=WORKERS | LEADERS
    ),
    to_list(Sponsorship, _("Sponsorships"), icon=ICON, order=246, keys=RECEIVERS - WORKERS),
)
register_home_figures(
    {
        role_key(Role.OFFICER): ("E09", "E12"),
        role_key(Role.OFFICE_MANAGER): ("E09",),
        role_key(Role.LEADER): ("E09",),
        role_key(Role.ACCOUNTANT): ("H03",),
    },
    order=240,
)


@coming
def what_is_held_next(user: Any, on: date) -> Iterator[Coming]:
    """Yield conferences, meetings and courses that are not over, to the office."""
    if not principals(user, on) & READERS:
        return
    for model in (Conference, Course):
        for event in model.objects.visible_to(user).coming_on(on)[:MOST]:
            place = event.place
            note = f"{localtime(event.starts_at):%H:%M}" + (f", {place}" if place else "")
            yield Coming(
                day=max(event.starts_on, on),
                what=event.title,
                note=note,
                url=admin_row_url(event) or "",
            )
