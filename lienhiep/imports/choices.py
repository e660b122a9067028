"""The states of what comes in from a spreadsheet. Stored codes never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BatchState(models.TextChoices):
    """Where a file sent in stands, derived from its moments."""

    CHECKING = "checking", _("Being tried out")
    CHECKED = "checked", _("Tried out, nothing recorded yet")
    LOADING = "loading", _("Being recorded")
    LOADED = "loaded", _("Recorded")
    UNDOING = "undoing", _("Being taken back")
    UNDONE = "undone", _("Taken back")


class RowOutcome(models.TextChoices):
    """What became of one row."""

    WAITING = "waiting", _("Not tried out yet")
    READY = "ready", _("Can be recorded")
    KNOWN = "known", _("Stands here already")
    WRONG = "wrong", _("To be corrected")
    LOADED = "loaded", _("Row recorded")
    UNDONE = "undone", _("Row taken back")
    KEPT = "kept", _("Kept, changed since")


STATE_KINDS = {
    BatchState.CHECKING: "doing",
    BatchState.CHECKED: "care",
    BatchState.LOADING: "doing",
    BatchState.LOADED: "good",
    BatchState.UNDOING: "doing",
    BatchState.UNDONE: "closed",
}
"""How the state of a file is coloured; the word always stands beside."""

OUTCOME_KINDS = {
    RowOutcome.WAITING: "neutral",
    RowOutcome.READY: "doing",
    RowOutcome.KNOWN: "neutral",
    RowOutcome.WRONG: "late",
    RowOutcome.LOADED: "good",
    RowOutcome.UNDONE: "closed",
    RowOutcome.KEPT: "care",
}
"""How the outcome of a row is coloured."""

BATCH_VERBS: dict[str, frozenset[BatchState]] = {
    "recheck_batch": frozenset({BatchState.CHECKED}),
    "load_batch": frozenset({BatchState.CHECKED}),
    "undo_batch": frozenset({BatchState.LOADED}),
}
"""The states that admit each verb: asked by the actions and by the buttons."""


class SiteImportState(models.TextChoices):
    """Where the import of a former site stands."""

    RUNNING = "running", _("Import is running")
    STOPPED = "stopped", _("Import was stopped")
    DONE = "done", _("Import is complete")
    FAILED = "failed", _("Import broke off")


class LineKind(models.TextChoices):
    """What became of a row of a former site of which the report speaks."""

    SKIPPED = "skipped", _("Row left out")
    MENDED = "mended", _("Row mended")
    NOTED = "noted", _("Row to be known of")


SITE_STATE_KINDS = {
    SiteImportState.RUNNING: "doing",
    SiteImportState.STOPPED: "care",
    SiteImportState.DONE: "good",
    SiteImportState.FAILED: "late",
}
"""How the state of such a run is coloured."""
