"""The kinds of rows that the counter of visits is made of."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class TallyKind(models.TextChoices):
    """What a row says; codes never change."""

    OPENING = "opening", _("Balance carried over")
    PERSON = "person", _("Visits of people")
    BOT = "bot", _("Visits of machines")


class Device(models.TextChoices):
    """On what people read; codes never change."""

    COMPUTER = "computer", _("Computer")
    PHONE = "phone", _("Phone")
    TABLET = "tablet", _("Tablet")


ON_LINE = timedelta(minutes=10)
"""How long after their last page somebody counts as being on line."""
