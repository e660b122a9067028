"""The way of a plan and of a key task, as the trail shows it."""

from __future__ import annotations

from typing import Any

from lienhiep.core.trails import steps_of
from lienhiep.reports.choices import PlanState, TaskState
from lienhiep.reports.models import KeyTask, WorkPlan

WAY_OF_PLAN = [PlanState.DRAWN_UP, PlanState.APPROVED, PlanState.RUNNING, PlanState.OVER]


def steps_of_plan(plan: WorkPlan) -> list[dict[str, Any]]:
    """Return the steps of a plan: drawn up, approved, carried out, over."""
    days = {
        PlanState.APPROVED: plan.approved_on,
        PlanState.RUNNING: plan.period.start,
        PlanState.OVER: plan.period.end,
    }
    is_over = plan.state == PlanState.OVER
    due = plan.period.end if plan.state == PlanState.RUNNING else None
    return steps_of(WAY_OF_PLAN, plan.state, days=days, is_over=is_over, due=due)


def steps_of_task(task: KeyTask) -> list[dict[str, Any]]:
    """Return the steps of a task; one that was dropped ends there, with the reason."""
    if task.state == TaskState.DROPPED:
        return [
            {"where": TaskState.OPEN.label, "since": task.plan.approved_on, "state": "done"},
            {
                "where": TaskState.DROPPED.label,
                "since": task.dropped_on,
                "note": task.drop_reason,
                "state": "done",
            },
        ]
    here = TaskState.OPEN if task.state == TaskState.LATE else task.state
    steps = steps_of(
        [TaskState.PLANNED, TaskState.OPEN, TaskState.DONE],
        here,
        days={TaskState.OPEN: task.plan.approved_on, TaskState.DONE: task.done_on},
        is_over=task.state == TaskState.DONE,
        due=task.due_on if here == TaskState.OPEN else None,
    )
    steps[1]["who"] = task.lead
    return steps
