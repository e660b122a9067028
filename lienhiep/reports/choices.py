"""The states of a report."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
