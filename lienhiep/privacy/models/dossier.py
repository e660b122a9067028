"""The record of processing as it was filed on a day."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded, GuardedQuerySet
from lienhiep.core.text import format_date
from lienhiep.privacy.files import DOSSIER_PAPER, DOSSIER_SHEET


class Dossier(Guarded):
    """The record of processing (hồ sơ đánh giá tác động) as it was handed in.

    Its lines are kept as they were computed: purposes, kinds of data and numbers, and no
    names. What is filed never changes; a later day has a later record.
    """

    filed_on = models.DateField(_("filed on"))
    number = models.CharField(
        _("number of the record"), max_length=100, help_text=_("As on the letter to the authority.")
    )
    note = models.TextField(_("note on the record"), blank=True, max_length=2000)
    content = models.JSONField(_("lines of the record"), editable=False)
    paper = RecordFileField(_("record as a paper"), use=DOSSIER_PAPER, blank=True)
    sheet = RecordFileField(_("record as a spreadsheet"), use=DOSSIER_SHEET, blank=True)

    history_ignored = frozenset({"content"})

    objects = GuardedQuerySet.as_manager()

    class Meta:
        verbose_name = _("filed record of processing")
        verbose_name_plural = _("filed records of processing")
        ordering = ["-filed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["filed_on", "number"], name="privacy_dossier_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} ({format_date(self.filed_on)})"
