"""Administrative units: each is a row from a day to a day, and says who followed it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.text import clean, fold, sort_key
from lienhiep.directory.choices import (
    LEVEL_OF_KIND,
    WORD_OF_KIND,
    UnitChangeKind,
    UnitKind,
    UnitLevel,
)
from lienhiep.directory.querysets import StatementQuerySet, UnitQuerySet
from lienhiep.directory.validators import (
    overlap_message,
    overlaps,
    span_in_words,
    validate_order,
)

WHOLE = 100
"""A share is in percent of the old unit."""


class AdministrativeUnit(Guarded):
    """A province, district or commune, as it stood from a day to a day.

    What keeps its code through a change of kind or name is a new row with the same code, so
    that a code and a day name one row. Names repeat inside a province: join by code or row.
    """

    history_ignored = frozenset({"sort_key", "search_key"})

    code = models.CharField(
        _("code"),
        max_length=20,
        help_text=_(
            "The official code. Units that ended before 01/07/2025 and whose code is not on "
            "record bear one of ours: NA24-… or VN08-…."
        ),
    )
    level = models.CharField(_("level"), max_length=10, choices=UnitLevel.choices, editable=False)
    kind = models.CharField(_("kind of unit"), max_length=20, choices=UnitKind.choices)
    name = models.CharField(
        _("name of the unit"), max_length=100, help_text=_("Without the word for its kind.")
    )
    located_in = models.CharField(
        _("told apart by"),
        max_length=100,
        blank=True,
        help_text=_("Where a name repeats: the district that it lay in, as the source says."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    valid_from = models.DateField(
        _("on record from"),
        help_text=_("The first day on which the directory knows the unit in this form."),
    )
    valid_to = models.DateField(_("on record until"), null=True, blank=True)
    sort_key = models.CharField(max_length=300, editable=False, db_index=True)
    search_key = models.CharField(max_length=150, editable=False, db_index=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("administrative unit")
        verbose_name_plural = _("administrative units")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="directory_unit_code_once",
                violation_error_message=_("This code is taken by another unit."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="directory_unit_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["level", "valid_from", "valid_to"])]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.located_in})" if self.located_in else self.full_name

    @property
    def full_name(self) -> str:
        """The name with the word for its kind, "Xã Châu Bình"."""
        return f"{WORD_OF_KIND.get(self.kind, '')} {self.name}".strip()

    @property
    def span(self) -> str:
        """From when to when the unit is on record, in words."""
        return span_in_words(self.valid_from, self.valid_to)

    def tidy(self) -> None:
        """Put the texts in composed letters and the keys in step."""
        self.code = clean(self.code)
        self.name = clean(self.name)
        self.located_in = clean(self.located_in)
        self.level = LEVEL_OF_KIND[UnitKind(self.kind)]
        self.sort_key = sort_key(self.name, max_length=300)
        self.search_key = fold(f"{self.full_name} {self.located_in}")[:150]

    def clean(self) -> None:
        """Refuse an end before the beginning, and a code that two units bear at once."""
        super().clean()
        if self.kind in UnitKind.values:
            self.tidy()
        validate_order(self.valid_from, self.valid_to, "valid_to")
        if not self.valid_from:
            return
        others = AdministrativeUnit.objects.filter(code=self.code).exclude(pk=self.pk)
        for pair in overlaps([self, *others]):
            if self in pair:
                other = next(one for one in pair if one is not self)
                raise ValidationError(
                    {
                        "code": gettext("This code is taken by another unit.")
                        + " "
                        + overlap_message(self, other)
                    }
                )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the level and the keys in step with kind and name."""
        self.tidy()
        super().save(*args, **kwargs)


class UnitChange(Guarded, ClusterableModel):
    """A resolution that changed administrative units on a day."""

    resolution = models.CharField(_("resolution"), max_length=150)
    kind = models.CharField(_("kind of change"), max_length=10, choices=UnitChangeKind.choices)
    effective = models.DateField(_("in force on"))
    summary = models.CharField(_("what it did"), max_length=255, blank=True)
    source = models.CharField(_("source"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("change of administrative units")
        verbose_name_plural = _("changes of administrative units")
        ordering = ["-effective", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "kind", "effective"],
                name="directory_unitchange_once",
                violation_error_message=_("This resolution stands here already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resolution}: {self.summary}" if self.summary else self.resolution


class UnitSuccession(Recorded):
    """That an old unit, or a share of it, became (part of) a new one."""

    change = ParentalKey(
        UnitChange,
        verbose_name=_("change of administrative units"),
        on_delete=models.CASCADE,
        related_name="successions",
    )
    old = models.ForeignKey(
        AdministrativeUnit,
        verbose_name=_("old unit"),
        on_delete=models.PROTECT,
        related_name="successions",
    )
    new = models.ForeignKey(
        AdministrativeUnit,
        verbose_name=_("new unit"),
        on_delete=models.PROTECT,
        related_name="precedences",
    )
    share = models.DecimalField(
        _("share (%)"),
        max_digits=5,
        decimal_places=2,
        default=WHOLE,
        validators=[MinValueValidator(0), MaxValueValidator(WHOLE)],
        help_text=_("What part of the old unit went to the new one, by its inhabitants."),
    )

    class Meta:
        verbose_name = _("succession of a unit")
        verbose_name_plural = _("successions of units")
        ordering = ["new__sort_key", "old__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["change", "old", "new"],
                name="directory_unitsuccession_once",
                violation_error_message=_("These two units stand here already."),
            ),
            models.CheckConstraint(
                condition=~Q(old=F("new")),
                name="directory_unitsuccession_of_another",
                violation_error_message=_("A unit cannot follow itself."),
            ),
            models.CheckConstraint(
                condition=Q(share__gt=0, share__lte=WHOLE),
                name="directory_unitsuccession_share",
                violation_error_message=_("A share lies between 0 and 100 percent."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"

    def history_owner(self) -> Recorded:
        """Stand in the history of the change."""
        return self.change


class UnitStatement(Guarded):
    """How many units there were, where a number is known and no list (with its source)."""

    unit = models.ForeignKey(
        AdministrativeUnit,
        verbose_name=_("in the unit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        help_text=_("Empty for the whole country."),
    )
    level = models.CharField(_("level"), max_length=10, choices=UnitLevel.choices)
    number = models.PositiveIntegerField(_("number of units"))
    valid_from = models.DateField(_("holds from"))
    valid_to = models.DateField(_("holds until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=255)
    note = models.CharField(_("note"), max_length=255, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("stated number of units")
        verbose_name_plural = _("stated numbers of units")
        ordering = ["-valid_from", "level", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "level", "valid_from"],
                name="directory_unitstatement_once",
                violation_error_message=_("A number for this unit and day is stated already."),
            ),
            # A null is never like another to a database, so the whole country needs its own.
            models.UniqueConstraint(
                fields=["level", "valid_from"],
                condition=Q(unit=None),
                name="directory_unitstatement_country_once",
                violation_error_message=_("A number for this unit and day is stated already."),
            ),
        ]

    def __str__(self) -> str:
        place = str(self.unit) if self.unit_id else gettext("the whole country")
        return gettext("%(number)s units of %(level)s in %(place)s") % {
            "number": self.number,
            "level": self.get_level_display().lower(),
            "place": place,
        }

    def clean(self) -> None:
        """Refuse an end before its beginning."""
        super().clean()
        validate_order(self.valid_from, self.valid_to, "valid_to")
