"""Who the Union is: its names, its place, its legal footer."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE

CACHE_KEY = "core.identity"
CACHE_SECONDS = 5


class UnionIdentity(Guarded):
    """The Union's names and addresses, as site, documents and mails show them; one row."""

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60)
    symbol = models.CharField(
        _("abbreviation in document symbols"),
        max_length=30,
        default="LHH",
        help_text=_("Such as LHH in 15/BC-LHH (decree 30/2020/NĐ-CP, appendix III)."),
    )
    superior = models.CharField(
        _("superior body"),
        max_length=200,
        blank=True,
        help_text=_("Printed above the Union's own name at the head of a document."),
    )
    place = models.CharField(
        _("place"), max_length=100, help_text=_("Printed before the date of a document.")
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    legal_footer = models.TextField(
        _("legal footer"),
        blank=True,
        help_text=_(
            "Owner, person responsible, and the licence where the site needs one "
            "(decree 147/2024/NĐ-CP)."
        ),
    )
    is_demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_("Every page says that names and data are invented."),
    )

    class Meta:
        verbose_name = _("the Union")
        verbose_name_plural = _("the Union")

    def __str__(self) -> str:
        return self.name

    def reader_keys(self) -> set[str]:
        """Who the Union is may be read by anyone."""
        return {ANYONE}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as the only row."""
        self.pk = 1
        if self._state.adding and type(self).objects.filter(pk=1).exists():
            self._state.adding = False
        super().save(*args, **kwargs)
        caches["process"].delete(CACHE_KEY)


def union_identity() -> UnionIdentity | None:
    """Return who the Union is; asked of the database at most every few seconds."""
    kept = caches["process"].get(CACHE_KEY)
    if kept is None:
        kept = UnionIdentity.objects.filter(pk=1).first()
        caches["process"].set(CACHE_KEY, kept, CACHE_SECONDS)
    return kept
