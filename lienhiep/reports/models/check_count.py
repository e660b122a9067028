"""How many findings each check of the data had when it was last run."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CheckCount(models.Model):
    """A count kept so that home pages need not run every check; never what was found.

    A finding may name a person, so it is worked out anew for each reader and kept nowhere.
    """

    name = models.CharField(max_length=100, unique=True)
    found = models.PositiveIntegerField()
    is_whole = models.BooleanField(default=True)
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("count of findings")
        verbose_name_plural = _("counts of findings")

    def __str__(self) -> str:
        return f"{self.name}: {self.found}"
