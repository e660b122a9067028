"""What figures and reports put on the first page of the back office."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.figures import Figure
from lienhiep.core.office_home.figures import register_figure_addresses
from lienhiep.core.period import Period
from lienhiep.core.principals import principals, role_key
from lienhiep.core.rules import policy_of
from lienhiep.core.rules.policy import VIEW
from lienhiep.core.shortcuts import (
    Coming,
    coming,
    register_home_figures,
    register_shortcuts,
    to_list,
    to_page,
)
from lienhiep.core.viewsets import admin_row_url
from lienhiep.reports.addresses import figure_url, model_of
from lienhiep.reports.models import KeyTask, Report, WorkPlan
from lienhiep.reports.rules import LEADERS, READERS, SIGNERS

MOST = 6
AHEAD = timedelta(days=60)

register_shortcuts(
    to_page(
        "reports_figures",
        gettext_lazy("The year in figures"),
        icon="lh-figures",
        order=170,
        keys=frozenset(map(role_key, STAFF_ROLES)),
        opens=lambda user: True,  # every member of the staff may read the catalogue
    ),
    to_list(Report, gettext_lazy("Reports"), icon="lh-reports", order=180, keys=READERS),
    to_list(WorkPlan, gettext_lazy("Plans of work"), icon="lh-reports", order=710, keys=SIGNERS),
    to_page(
        "reports_data_quality",
        gettext_lazy("Data quality"),
        icon="lh-reports",
        order=720,
        keys=READERS - LEADERS,
        opens=lambda user: bool(principals(user) & READERS),
    ),
)
register_home_figures(
    {role_key(Role.LEADER): ("P01",), role_key(Role.ADMINISTRATOR): ("E07", "E06", "B01", "A05")},
    order=690,
)


@register_figure_addresses
def where_a_figure_opens(user: Any, figure: Figure, period: Period) -> str:
    """Return the room's own list for those who may open it, else the figure's page on the site."""
    may_open_list = policy_of(model_of(figure)).may(user, VIEW)
    return figure_url(figure.code, str(period), back_office=may_open_list)


@coming
def key_tasks_to_complete(user: Any, on: date) -> Iterator[Coming]:
    """Yield the key tasks of the plan that fall due in the next two months, to the office."""
    if not principals(user, on) & READERS:
        return
    rows = KeyTask.objects.visible_to(user).waiting().filter(due_on__range=(on, on + AHEAD))
    for task in rows.order_by("due_on", "pk")[:MOST]:
        yield Coming(
            day=task.due_on or on,
            what=str(task),
            note=_("key task to be completed"),
            url=admin_row_url(task) or "",
        )
