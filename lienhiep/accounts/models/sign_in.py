"""A browser in which somebody is signed in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SignIn(models.Model):
    """A session of an account, so that its holder can see and end it. No address is kept."""

    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="sign_ins",
    )
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(_("browser"), max_length=80)
    began_at = models.DateTimeField(_("signed in at"), auto_now_add=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["-began_at"]

    def __str__(self) -> str:
        return self.device
