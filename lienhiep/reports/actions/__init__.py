"""What people do with reports, plans of work and key tasks."""

from lienhiep.reports.actions.plan import approve_plan, reopen_plan
from lienhiep.reports.actions.report import (
    digest_of,
    freeze_report,
    hide_report,
    number_report,
    redraft_report,
    show_report,
    withdraw_report,
)
from lienhiep.reports.actions.task import (
    carry_over,
    complete_task,
    drop_task,
    reopen_task,
    take_over,
    title_from,
)

__all__ = [
    "approve_plan",
    "carry_over",
    "complete_task",
    "digest_of",
    "drop_task",
    "freeze_report",
    "hide_report",
    "number_report",
    "redraft_report",
    "reopen_plan",
    "reopen_task",
    "show_report",
    "take_over",
    "title_from",
    "withdraw_report",
]
