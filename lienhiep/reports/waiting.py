"""What waits in the yearly cycle: key tasks, plans to approve, findings in the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienhiep.core.principals import principals, role_key
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.reports.models import CheckCount, KeyTask, WorkPlan
from lienhiep.reports.rules import LEADERS, PLAN_READERS

ROOM = "reports"
AHEAD = timedelta(days=30)
"""How long before its day a task begins to wait for whoever leads it; a habit of the office."""

MANAGER = role_key("office_manager")


@waits
def key_tasks(user: Any, on: date) -> Iterator[Waiting]:
    """Yield tasks due soon or late to whoever leads them.

    A task that lies with no role and no organisation is followed by the office manager.
    """
    held = principals(user, on)
    roles = [key.removeprefix("role:") for key in held if key.startswith("role:")]
    organisations = [
        int(key.removeprefix("org:"))
        for key in held
        if key.startswith("org:") and key[4:].isdigit()
    ]
    if MANAGER not in held and not roles and not organisations:
        return
    soon = KeyTask.objects.waiting().filter(due_on__lte=on + AHEAD)
    mine = soon.led_by(roles, organisations)
    if MANAGER in held:
        mine |= soon.filter(lead_role="", lead_organisation=None)
    for task in mine.select_related("plan").order_by("due_on", "number"):
        yield Waiting(
            what=_("Key task %(number)s of %(year)s: %(title)s")
            % {"number": task.number, "year": task.plan.year, "title": task.title},
            since=max(task.plan.approved_on or on, date(task.plan.year, 1, 1)),
            due=task.due_on,
            url=_address(task, is_staff=bool(held & PLAN_READERS)),
            room=ROOM,
            record=task,
        )


def _address(task: KeyTask, *, is_staff: bool) -> str:
    """Return the task's page; for those outside the office its line in the plan on the site."""
    if is_staff:
        return admin_row_url(task) or ""
    return f"{reverse('reports:plan', args=[task.plan.year])}#nhiem-vu-{task.number}"


@waits
def plans_to_approve(user: Any, on: date) -> Iterator[Waiting]:
    """Yield plans that are not approved yet, to those who approve them."""
    if not principals(user, on) & LEADERS:
        return
    for plan in WorkPlan.objects.filter(approved_on=None):
        yield Waiting(
            what=_("Approve “%(plan)s”") % {"plan": plan},
            since=date(plan.year - 1, 12, 1),
            due=date(plan.year, 1, 31),
            url=admin_row_url(plan) or "",
            room=ROOM,
            record=plan,
        )


@waits
def findings_in_the_data(user: Any, on: date) -> Iterator[Waiting]:
    """Yield how many findings the checks of the data had when last run, to the office manager."""
    if MANAGER not in principals(user, on):
        return
    counts = CheckCount.objects.filter(found__gt=0)
    total = counts.aggregate(total=Sum("found"))["total"] or 0
    oldest = counts.order_by("counted_at").values_list("counted_at", flat=True).first()
    if total and oldest:
        words = ngettext(
            "%(n)s record to put in order before the next report",
            "%(n)s records to put in order before the next report",
            total,
        )
        yield Waiting(
            what=words % {"n": total},
            since=timezone.localtime(oldest).date(),
            url=reverse("reports_data_quality"),
            room=ROOM,
        )
