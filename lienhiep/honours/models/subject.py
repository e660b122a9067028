"""Who is honoured, for which years: what honours, nominations and nominees share."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import display
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import FIRST_YEAR, LAST_YEAR
from lienhiep.directory.models.mergeable import KEEPABLE
from lienhiep.honours.choices import Ground

ONE_SUBJECT = Q(organisation__isnull=False, person=None) | Q(
    organisation=None, person__isnull=False
)
YEARS = [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]


class HasSubject(models.Model):
    """Names a collective or a person of the directory, and how the papers describe them."""

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("honoured collective"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss_as_subject",
        limit_choices_to=KEEPABLE,
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("honoured person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss_as_subject",
        limit_choices_to=KEEPABLE,
    )
    described_as = models.CharField(
        _("described as"),
        max_length=255,
        blank=True,
        help_text=_("Post, class and place of work, as the papers say on that day."),
    )
    is_pupil = models.BooleanField(
        _("a child or pupil"),
        default=False,
        help_text=_("Named on the public site only with a consent, whatever the age on record."),
    )

    class Meta:
        abstract = True

    @property
    def subject(self) -> Any:
        """The collective or the person."""
        return self.organisation if self.organisation_id is not None else self.person


class RewardsYears(models.Model):
    """Says for which year, or for which years up to it, and on what ground."""

    ground = models.CharField(
        _("ground of the honour"), max_length=20, choices=Ground.choices, default=Ground.REGULAR
    )
    year_rewarded = models.PositiveSmallIntegerField(
        _("year rewarded"),
        validators=YEARS,
        help_text=_("The year of the achievement, not that of the decision or the ceremony."),
    )
    first_year = models.PositiveSmallIntegerField(
        _("first year, where several are rewarded"), null=True, blank=True, validators=YEARS
    )

    class Meta:
        abstract = True

    @property
    @display(description=_("Years rewarded"))
    def years_label(self) -> str:
        """The year rewarded, or the years from the first to the last: "2018-2022"."""
        if self.first_year is None or self.first_year == self.year_rewarded:
            return str(self.year_rewarded)
        return f"{self.first_year}-{self.year_rewarded}"
