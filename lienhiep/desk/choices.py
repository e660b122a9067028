"""How often the desk writes by mail, and of what."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MailDays(models.TextChoices):
    """On which mornings the desk writes; codes never change."""

    WORKING_DAYS = "working_days", _("Each working morning")
    MONDAYS = "mondays", _("Monday mornings only")
    NEVER = "never", _("No mail")


class MailWaiting(models.TextChoices):
    """What of that which waits stands in the mail; codes never change."""

    ALL = "all", _("Everything that waits for me")
    LATE = "late", _("Only what is late or due that day")
    NOTHING = "nothing", _("Nothing of it")


class MailState(models.TextChoices):
    """Where a mail of the desk stands; codes never change."""

    WAITING = "waiting", pgettext_lazy("desk", "To be sent")
    SENT = "sent", pgettext_lazy("desk", "Sent")
    NOTHING = "nothing", _("Nothing to say any more")
    GIVEN_UP = "given_up", pgettext_lazy("desk", "Given up")


class MailKind(models.TextChoices):
    """Which mail of the desk; codes never change."""

    DIGEST = "digest", _("Morning mail")
    URGENT = "urgent", _("Urgent notice")
