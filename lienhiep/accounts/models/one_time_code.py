"""A code on paper, handed over, with which somebody sets a new password."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.querysets import OneTimeCodeQuerySet


class OneTimeCode(models.Model):
    """A printed code; only its digest is kept, so that nobody can read it here."""

    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="one_time_codes",
    )
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("made by"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made at"))
    valid_until = models.DateTimeField(_("valid until"))
    attempts = models.PositiveSmallIntegerField(_("wrong attempts"), default=0)
    used_at = models.DateTimeField(_("used at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)

    objects = OneTimeCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("one-time code")
        verbose_name_plural = _("one-time codes")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.user}, {self.made_at:%d/%m/%Y %H:%M}"
