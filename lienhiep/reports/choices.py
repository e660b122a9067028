"""The states of a report, of a plan of work and of its key tasks; the areas of the work."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.figures.sections import HEADINGS


class ReportState(models.TextChoices):
    """Where a report is in its life."""

    DRAFT = "draft", _("Being written")
    FROZEN = "frozen", _("Signed and frozen")
    WITHDRAWN = "withdrawn", pgettext_lazy("report", "Withdrawn")


STATE_KINDS = {
    ReportState.DRAFT: "doing",
    ReportState.FROZEN: "good",
    ReportState.WITHDRAWN: "closed",
}
"""How the state of a report is shown; the word always stands beside."""


class PlanState(models.TextChoices):
    """Where a plan of work stands, derived from its approval and its year."""

    DRAWN_UP = "drawn_up", _("Being drawn up")
    APPROVED = "approved", pgettext_lazy("plan of work", "Approved")
    RUNNING = "running", pgettext_lazy("plan of work", "Being carried out")
    OVER = "over", _("Its year is over")


PLAN_KINDS = {
    PlanState.DRAWN_UP: "neutral",
    PlanState.APPROVED: "care",
    PlanState.RUNNING: "doing",
    PlanState.OVER: "closed",
}
"""How the state of a plan is shown."""


class TaskState(models.TextChoices):
    """Where a key task stands, derived from its dates; never typed."""

    PLANNED = "planned", pgettext_lazy("key task", "In a plan not approved yet")
    OPEN = "open", pgettext_lazy("key task", "Being carried out")
    LATE = "late", pgettext_lazy("key task", "Past its date")
    DONE = "done", pgettext_lazy("key task", "Completed")
    DROPPED = "dropped", pgettext_lazy("key task", "Dropped")


TASK_KINDS = {
    TaskState.PLANNED: "neutral",
    TaskState.OPEN: "doing",
    TaskState.LATE: "late",
    TaskState.DONE: "good",
    TaskState.DROPPED: "closed",
}
"""How the state of a key task is shown; late is red, and only late."""

UNFINISHED = frozenset({TaskState.OPEN, TaskState.LATE})
"""The states in which a task waits for whoever leads it."""

TASK_VERBS: dict[str, frozenset[TaskState]] = {
    "complete_task": UNFINISHED,
    "drop_task": UNFINISHED | {TaskState.PLANNED},
    "reopen_task": frozenset({TaskState.DONE, TaskState.DROPPED}),
    "carry_over": frozenset(TaskState) - {TaskState.DONE},
}
"""The states that admit each verb of a key task: asked by the actions and by the buttons."""


class Area(models.TextChoices):
    """The areas of the work, under the letters of the catalogue of figures."""

    POLITICAL = "A", HEADINGS["A"]
    ORGANISATION = "B", HEADINGS["B"]
    ADVICE = "C", HEADINGS["C"]
    SCIENCE = "D", HEADINGS["D"]
    INFORMATION = "E", HEADINGS["E"]
    CONTESTS = "F", HEADINGS["F"]
    COMMENDATION = "G", HEADINGS["G"]
    RELATIONS = "H", HEADINGS["H"]
