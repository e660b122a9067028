"""Where a breach and a run of retention stand."""

from django.db import models
from django.utils.translation import pgettext_lazy


class BreachState(models.TextChoices):
    """The way of a breach; it follows from its days."""

    FOUND = "found", pgettext_lazy("privacy", "Found, the authority not yet told")
    TOLD = "told", pgettext_lazy("privacy", "The authority told")
    CLOSED = "closed", pgettext_lazy("privacy", "Closed")


STATE_KINDS = {
    BreachState.FOUND: "care",
    BreachState.TOLD: "doing",
    BreachState.CLOSED: "closed",
}

BREACH_VERBS = {
    "tell_authority": frozenset({BreachState.FOUND}),
    "tell_people": frozenset({BreachState.FOUND, BreachState.TOLD}),
    "close_breach": frozenset({BreachState.FOUND, BreachState.TOLD}),
    "reopen_breach": frozenset({BreachState.CLOSED}),
}
"""In which states each verb may be done."""


class RunState(models.TextChoices):
    """Where a run of retention stands."""

    RUNNING = "running", pgettext_lazy("privacy", "Under way")
    DONE = "done", pgettext_lazy("privacy", "Done")


RUN_KINDS = {RunState.RUNNING: "doing", RunState.DONE: "good"}
