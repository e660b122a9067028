"""Under which licence the journal appears."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.validators import (
    validate_not_before,
)
from lienhiep.journal.choices import LicenceKind
from lienhiep.journal.querysets import LicenceQuerySet


class Licence(Guarded):
    """A publication licence with its term and its limits, kept as data.

    The forms and limits of the press law change (Law of 2016, a new one from 2026), so what
    a licence allows is read from it and never from the program.
    """

    kind = models.CharField(_("kind of licence"), max_length=20, choices=LicenceKind.choices)
    number = models.CharField(_("licence number"), max_length=60, unique=True)
    authority = models.CharField(_("licensing authority"), max_length=200)
    issued_on = models.DateField(_("licence issued on"))
    valid_from = models.DateField(_("licence valid from"))
    valid_until = models.DateField(_("licence valid until"), null=True, blank=True)
    responsible = models.CharField(_("person responsible for publishing"), max_length=150)
    max_pages = models.PositiveSmallIntegerField(
        _("most pages allowed"), null=True, blank=True, help_text=_("Empty: the licence sets none.")
    )
    deposit_copies = models.PositiveSmallIntegerField(
        _("copies for legal deposit"), null=True, blank=True
    )
    source = models.CharField(
        _("legal source of the limits"), max_length=255, blank=True, help_text=_("Law and article.")
    )

    objects = LicenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication licence")
        verbose_name_plural = _("publication licences")
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="journal_licence_term",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def clean(self) -> None:
        """Refuse a licence that ends before it begins."""
        super().clean()
        validate_not_before("valid_until", self.valid_until, self.valid_from)

    def covers(self, day: Any) -> bool:
        """Return whether the licence is valid on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
