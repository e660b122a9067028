"""Addresses at which a page of the site stood, and where its readers go now."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.portal.validators import validate_address


class FormerAddress(Guarded):
    """An address at which something stood: readers are told so instead of "not found".

    A page that is taken off the site leaves one of itself. Where readers should be led on
    without being told, a redirect of Wagtail's does it; this page says what happened.
    """

    path = models.CharField(
        _("former address"),
        max_length=300,
        unique=True,
        help_text=_("On this site, such as /gioi-thieu/lich-su/."),
    )
    title = models.CharField(_("what stood there"), max_length=255, blank=True)
    reason = models.CharField(
        _("why it no longer stands there"),
        max_length=300,
        blank=True,
        help_text=_("Readers see it."),
    )
    new_address = models.CharField(
        _("where it stands now"), max_length=300, blank=True, validators=[validate_address]
    )
    gone_on = models.DateField(_("day it left"), default=today)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["-gone_on", "path"]

    def __str__(self) -> str:
        return self.path

    def clean(self) -> None:
        """Write the address as the site asks for it; refuse one that leads to itself."""
        super().clean()
        self.path = as_asked(self.path)
        if self.path == "/" or not self.path.startswith("/"):
            raise ValidationError({"path": _("Write an address on this site, not the front page.")})
        if self.new_address and as_asked(self.new_address) == self.path:
            raise ValidationError({"new_address": _("This is the former address itself.")})


def as_asked(path: str) -> str:
    """Return an address with the stroke at its end with which pages are asked for."""
    return f"/{path.strip().strip('/')}/".replace("//", "/")
