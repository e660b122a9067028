"""The way of a task, as the trail shows it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy, pgettext

from lienhiep.advisory.choices import UNDER_WAY, ScienceState, TaskState
from lienhiep.advisory.models import AdvisoryTask, ScienceTask
from lienhiep.core.trails import Step, for_readers, mark_due, steps_of

WAY = [
    TaskState.RECEIVED,
    TaskState.ACCEPTED,
    TaskState.COUNCIL,
    TaskState.REVIEWED,
    TaskState.DELIVERED,
    TaskState.REPLIED,
    TaskState.CLOSED,
]
COUNCIL_STEPS = (TaskState.COUNCIL, TaskState.REVIEWED)

RECEIVED = gettext_lazy("Task received")
"""The first step; as a state it waits to be accepted, on its way it has been received."""


def steps_of_task(task: AdvisoryTask) -> list[Step]:
    """Return the steps of a task: what is done since when, where it is, what lies ahead.

    A task delivered without a council shows none; nobody expects one any more.
    """
    days = {
        TaskState.RECEIVED: task.received_on,
        TaskState.ACCEPTED: task.accepted_on,
        TaskState.COUNCIL: task.council_on,
        TaskState.REVIEWED: task.session_on,
        TaskState.DELIVERED: task.delivered_on,
        TaskState.REPLIED: task.replied_on,
        TaskState.CLOSED: task.closed_on,
    }
    if task.state in (TaskState.DECLINED, TaskState.CANCELLED):
        return _ended_early(task, days)
    way = [
        step
        for step in WAY
        if not (task.delivered_on and step in COUNCIL_STEPS and days[step] is None)
    ]
    steps = steps_of(way, task.state, days=days, is_over=task.state == TaskState.CLOSED)
    steps[0]["where"] = RECEIVED
    if task.state in UNDER_WAY and task.due_on is not None:
        mark_due(steps[way.index(task.state)], task.due_on)
    return steps


def public_steps_of_task(task: AdvisoryTask) -> list[Step]:
    """Return the steps of a task as readers meet them: no council, no reason, no term."""
    inside = {str(state.label) for state in COUNCIL_STEPS}
    return [
        step | {"note": ""}
        for step in for_readers(steps_of_task(task))
        if str(step["where"]) not in inside
    ]


def public_steps_of_science_task(task: ScienceTask) -> list[Step]:
    """Return the steps of a science task as readers meet them; why one was stopped is not told."""
    steps = for_readers(steps_of_science_task(task))
    steps[-1] |= {"note": task.grade_label if task.accepted_on else ""}
    return steps


def _ended_early(task: AdvisoryTask, days: dict[TaskState, date | None]) -> list[Step]:
    steps: list[Step] = [
        {"where": state.label, "since": days[state], "state": "done"}
        for state in WAY
        if days[state]
    ]
    steps[0]["where"] = RECEIVED
    steps.append(
        {
            "where": task.state.label,
            "since": task.declined_on or task.cancelled_on,
            "note": task.decline_reason or task.cancel_reason,
            "state": "done",
        }
    )
    return steps


def steps_of_science_task(task: ScienceTask) -> list[Step]:
    """Return the steps of a science task: its beginning, and how it ends."""
    begun: Step = {"where": pgettext("advisory", "Begun"), "since": task.starts_on, "state": "done"}
    if task.state == ScienceState.RUNNING:
        running: Step = {"where": ScienceState.RUNNING.label, "state": "here"}
        mark_due(running, task.due_on)
        ahead: Step = {"where": ScienceState.ACCEPTED.label, "state": "ahead"}
        return [begun, running, ahead]
    end: Step = {
        "where": task.state.label,
        "since": task.accepted_on or task.stopped_on,
        "note": task.grade_label or task.stop_reason,
        "state": "done",
    }
    return [begun, end]
