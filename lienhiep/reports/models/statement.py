"""Numbers that somebody states."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import figure_named
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.text import format_number
from lienhiep.reports.validators import validate_period


class Statement(Guarded):
    """A number that somebody states where it cannot be counted, or beside what is counted.

    It never takes the place of a counted value: both are shown, with the reason.
    """

    code = models.CharField(_("code of the figure"), max_length=20)
    period_code = models.CharField(_("period"), max_length=40, validators=[validate_period])
    value = models.DecimalField(_("value stated"), max_digits=20, decimal_places=2)
    reason = models.CharField(_("reason"), max_length=500)
    source = models.CharField(_("source"), max_length=300, blank=True)
    stated_on = models.DateField(_("stated on"), default=today)

    class Meta:
        verbose_name = _("stated number")
        verbose_name_plural = _("stated numbers")
        ordering = ["code", "-stated_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.code}, {self.period_code}: {format_number(self.value)}"

    def clean(self) -> None:
        """Refuse a code that stands in no catalogue, and write it as the catalogue does."""
        super().clean()
        if not self.code:
            return
        figure = figure_named(self.code)
        if figure is None:
            raise ValidationError(
                {"code": _("There is no figure with the code “%(code)s”.") % {"code": self.code}}
            )
        self.code = figure.code

    def reader_keys(self) -> set[str]:
        """Stated numbers are for the office."""
        return set()
