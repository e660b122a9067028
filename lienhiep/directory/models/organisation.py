"""Organisations: one record for each, however often it is renamed or written otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.history import Recorded
from lienhiep.core.text import clean, fold, sort_key
from lienhiep.directory.choices import OrganisationKind, ReorganisationKind
from lienhiep.directory.models.mergeable import KEEPABLE, Mergeable
from lienhiep.directory.querysets import DatedQuerySet, OrganisationQuerySet
from lienhiep.directory.validators import refuse_overlaps, validate_order, validate_phone

KEY_LENGTH = 400


class Organisation(Mergeable, ClusterableModel):
    """A body with a name: an association, a department, a school, a sister union.

    `name` is the one it bears now, or bore last; earlier ones stand in its dated names.
    """

    history_ignored = frozenset({"sort_key", "search_key", "short_key"})

    kind = models.CharField(
        _("kind of organisation"),
        max_length=20,
        choices=OrganisationKind.choices,
        default=OrganisationKind.OTHER,
    )
    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(
        _("abbreviated name"), max_length=80, blank=True, help_text=_("Such as Sở KH&CN, or VUSTA.")
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        limit_choices_to=KEEPABLE,
    )
    unit = models.ForeignKey(
        "directory.AdministrativeUnit",
        verbose_name=_("administrative unit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
    )
    address = models.CharField(
        _("address"), max_length=255, blank=True, help_text=_("As it is written on a letter.")
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(
        _("phone number"), max_length=30, blank=True, validators=[validate_phone]
    )
    website = models.URLField(_("website"), blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    ended_on = models.DateField(
        _("ended on"), null=True, blank=True, help_text=_("The last day of its existence.")
    )
    note = models.TextField(
        _("note for the office"), blank=True, help_text=_("Read by the Union's staff only.")
    )
    sort_key = models.CharField(max_length=KEY_LENGTH, editable=False, db_index=True)
    search_key = models.CharField(max_length=300, editable=False, db_index=True)
    short_key = models.CharField(max_length=100, editable=False, db_index=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(founded_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("founded_on")),
                name="directory_organisation_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def tidy(self) -> None:
        """Put the texts in composed letters, without hidden characters."""
        self.name = clean(self.name)
        self.short_name = clean(self.short_name)
        self.address = clean(self.address)
        self.phone = clean(self.phone)
        self.email = self.email.strip()

    def clean(self) -> None:
        """Tidy up; refuse an end before the beginning, and an organisation above itself."""
        super().clean()
        typed = self.name
        self.tidy()
        if typed and not self.name:
            raise ValidationError({"name": gettext("Write the name of the organisation.")})
        validate_order(self.founded_on, self.ended_on, "ended_on")
        if self.pk and self.parent_id and self in (self.parent, *self.parent.ancestors()):
            raise ValidationError(
                {"parent": gettext("An organisation cannot belong to itself or to a part of it.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the name tidy and the keys in step with it."""
        self.tidy()
        self.sort_key = sort_key(self.name, max_length=KEY_LENGTH)
        self.search_key = fold(self.name)[:300]
        self.short_key = fold(self.short_name)[:100]
        super().save(*args, **kwargs)

    def ancestors(self) -> Iterator[Organisation]:
        """Yield what this belongs to, and what that belongs to, upwards."""
        met = {self.pk}
        above = self.parent
        while above is not None and above.pk not in met:
            yield above
            met.add(above.pk)
            above = above.parent

    def name_on(self, day: date) -> str:
        """Return the name borne on a day: a dated one where one is on record, else today's."""
        dated = self.names.on(day).order_by("-valid_from").first() if self.pk else None
        return dated.name if dated is not None else self.name

    def clean_names(self) -> None:
        """Refuse dated names that overlap."""
        refuse_overlaps(self.names.all())


class OrganisationName(Recorded):
    """A name that an organisation bore until a day; the name it bears now is in the record."""

    organisation = ParentalKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="names"
    )
    name = models.CharField(_("former name"), max_length=255)
    short_name = models.CharField(_("former short name"), max_length=80, blank=True)
    valid_from = models.DateField(_("borne from"), null=True, blank=True)
    valid_to = models.DateField(_("borne until"))
    decision = models.CharField(
        _("decision on the new name"), max_length=150, blank=True, help_text=_("Number and date.")
    )

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("former name of an organisation")
        verbose_name_plural = _("former names of an organisation")
        ordering = ["valid_to", "pk"]

    def __str__(self) -> str:
        return self.name

    def history_owner(self) -> Recorded:
        """Stand in the history of the organisation."""
        return self.organisation

    def clean(self) -> None:
        """Refuse an end before its beginning."""
        super().clean()
        self.name = clean(self.name)
        validate_order(self.valid_from, self.valid_to, "valid_to")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the names in composed letters."""
        self.name, self.short_name = clean(self.name), clean(self.short_name)
        super().save(*args, **kwargs)

    def after_recorded(self) -> None:
        """Let the organisation be found by this name too."""
        super().after_recorded()
        self.organisation.after_recorded()


class OrganisationAlias(Recorded):
    """Another writing of an organisation's name, met in lists and letters."""

    history_ignored = frozenset({"search_key"})

    organisation = ParentalKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="aliases",
    )
    name = models.CharField(_("other writing"), max_length=255)
    search_key = models.CharField(max_length=300, editable=False, db_index=True)

    class Meta:
        verbose_name = _("other writing of an organisation")
        verbose_name_plural = _("other writings of an organisation")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def history_owner(self) -> Recorded:
        """Stand in the history of the organisation."""
        return self.organisation

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the writing in composed letters and its key in step."""
        self.name = clean(self.name)
        self.search_key = fold(self.name)[:300]
        super().save(*args, **kwargs)

    def after_recorded(self) -> None:
        """Let the organisation be found by this writing too."""
        super().after_recorded()
        self.organisation.after_recorded()


class OrganisationSuccession(Recorded):
    """One organisation that followed another: divided, split off, merged, joined, converted."""

    predecessor = models.ForeignKey(
        Organisation,
        verbose_name=_("predecessor"),
        on_delete=models.PROTECT,
        related_name="successions",
        limit_choices_to=KEEPABLE,
    )
    successor = ParentalKey(
        Organisation,
        verbose_name=_("successor"),
        on_delete=models.CASCADE,
        related_name="precedences",
    )
    kind = models.CharField(
        _("kind of reorganisation"), max_length=20, choices=ReorganisationKind.choices
    )
    effective = models.DateField(_("in force on"))
    decision = models.CharField(
        _("decision on the reorganisation"),
        max_length=150,
        blank=True,
        help_text=_("Number and date."),
    )

    class Meta:
        verbose_name = _("predecessor of an organisation")
        verbose_name_plural = _("predecessors of an organisation")
        ordering = ["effective", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="directory_succession_once",
                violation_error_message=_("This predecessor stands here already."),
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="directory_succession_of_another",
                violation_error_message=_("An organisation cannot follow itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

    def history_owner(self) -> Recorded:
        """Stand in the history of the successor."""
        return self.successor
