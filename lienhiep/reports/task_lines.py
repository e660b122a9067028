"""The assignment table of a plan (bảng phân công) as text, for pages, files and frozen copies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from lienhiep.core.money import format_money
from lienhiep.reports.models import KeyTask

Line = dict[str, Any]

COLUMNS = ("number", "title", "lead", "coordinating", "time", "product", "cost")


def headings() -> list[str]:
    """Return the heads of the assignment table, in the order of an office."""
    return [
        pgettext("key task", "No."),
        _("What is to be done"),
        pgettext("key task", "Led by"),
        _("In co-operation with"),
        pgettext("key task", "Time"),
        pgettext("key task", "Product"),
        _("Cost and source"),
    ]


def line_of(task: KeyTask) -> Line:
    """Return one line of the table."""
    return {
        "number": task.number,
        "title": task.title,
        "lead": task.lead,
        "coordinating": task.coordinating,
        "time": task.time,
        "product": task.product,
        "cost": cost_of(task),
    }


def cost_of(task: KeyTask) -> str:
    """Return what the task costs and who pays, as far as either is known."""
    amount = format_money(task.cost) if task.cost is not None else ""
    return ", ".join(filter(None, (amount, task.funding)))


def lines_of(tasks: Iterable[KeyTask]) -> list[Line]:
    """Return the table; what was dropped is no line of it."""
    return [line_of(task) for task in tasks if task.dropped_on is None]


def tasks_of_year(year: int) -> Any:
    """Return the tasks of a plan in its order, with what a line of the table names."""
    found = KeyTask.objects.filter(plan__year=year)
    return found.select_related("plan", "lead_organisation").order_by("number")


def cells_of(line: Line) -> list[str]:
    """Return a line as the cells of the table."""
    return [str(line.get(name, "")) for name in COLUMNS]
