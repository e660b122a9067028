"""What member associations put on the first page of the back office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.accounts.choices import Role
from lienhiep.associations.models import Congress, Membership
from lienhiep.associations.rules import KEEPERS, TRUSTED
from lienhiep.core.principals import principals, role_key
from lienhiep.core.shortcuts import (
    Coming,
    coming,
    register_home_figures,
    register_shortcuts,
    to_list,
)
from lienhiep.core.viewsets import admin_row_url

ICON = "lh-associations"
MOST = 6

register_shortcuts(
    to_list(
        Membership,
        gettext_lazy("Members of the Union"),
        icon=ICON,
        order=300,
        keys=KEEPERS | TRUSTED,
    ),
    to_list(Congress, gettext_lazy("Congresses"), icon=ICON, order=310, keys=KEEPERS),
)
register_home_figures(
    {
        role_key(Role.OFFICE_MANAGER): ("B01", "B04", "B07"),
        role_key(Role.LEADER): ("B01", "B04"),
        role_key(Role.OFFICER): ("B04", "B07"),
    },
    order=150,
)


@coming
def planned_congresses(user: Any, on: date) -> Iterator[Coming]:
    """Yield congresses whose day is set, to those who prepare or attend them."""
    if not principals(user, on) & (KEEPERS | TRUSTED):
        return
    planned = Congress.objects.visible_to(user).planned().filter(planned_on__gte=on)
    for congress in planned.select_related("body__organisation").order_by("planned_on")[:MOST]:
        yield Coming(
            day=congress.planned_on,
            what=str(congress),
            note="" if congress.is_day_fixed else _("the day is not set yet"),
            url=admin_row_url(congress) or "",
        )
