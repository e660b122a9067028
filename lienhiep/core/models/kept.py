"""Forms that were sent: each recorded once, and kept where the session had ended."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

HOURS_KEPT = 12
SENT_KEPT = timedelta(days=7)
"""How long a form sent a second time is known; longer than any page is left open."""


def new_token() -> str:
    """Return a word that nobody guesses."""
    return secrets.token_urlsafe(24)


def end_of_keeping() -> object:
    """Return when a form kept now is forgotten."""
    return timezone.now() + timedelta(hours=HOURS_KEPT)


class SentForm(models.Model):
    """A form that has been recorded, and where its result is."""

    token = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    url = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        app_label = "core"

    def __str__(self) -> str:
        return self.url


class KeptForm(models.Model):
    """What somebody typed into a form that could not be taken because they were signed out.

    Only the account that typed it sees it, in the browser in which it was typed.
    """

    token = models.CharField(max_length=64, unique=True, default=new_token)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    path = models.TextField(_("address of the form"))
    fields = models.JSONField(default=list)
    """Pairs of name and value, in their order; never passwords."""

    files = models.JSONField(default=list)
    """Names of fields and of the files that are kept for them."""

    lost = models.JSONField(default=list)
    """Names of files that could not be kept and must be chosen again."""

    at = models.DateTimeField(_("kept since"), default=timezone.now)
    expires_at = models.DateTimeField(default=end_of_keeping, db_index=True)

    class Meta:
        app_label = "core"
        indexes = [models.Index(fields=["user", "at"])]

    def __str__(self) -> str:
        return self.path
