"""Delegations that the Union sends to others and receives from them."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import display
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE, organisation_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_before, validate_not_in_future
from lienhiep.events.choices import Direction
from lienhiep.events.querysets import DelegationQuerySet


class Delegation(Guarded):
    """A delegation (đoàn đi, đoàn đến): with whom, when, how many, what for."""

    direction = models.CharField(_("direction"), max_length=5, choices=Direction.choices)
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("visited or visiting organisation"),
        on_delete=models.PROTECT,
        related_name="delegations",
    )
    starts_on = models.DateField(_("first day of the visit"))
    ends_on = models.DateField(
        _("last day of the visit"),
        null=True,
        blank=True,
        help_text=_("Leave it empty for a visit of one day."),
    )
    people = models.PositiveSmallIntegerField(
        _("people in the delegation"), validators=[MinValueValidator(1)]
    )
    purpose = models.CharField(_("purpose of the visit"), max_length=255)
    place = models.CharField(_("place of the visit"), max_length=255, blank=True)
    result = models.TextField(_("what came of the visit"), blank=True)
    is_public = models.BooleanField(_("visit on the site"), default=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="events_delegation_days_in_order"
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="events_delegation_people"),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()}: {self.organisation}"

    @property
    @display(description=_("direction"))
    def direction_label(self) -> str:
        """The direction in words, for exports."""
        return str(self.get_direction_display())

    def reader_keys(self) -> set[str]:
        """Open it to the other side, and to anyone where it stands on the site."""
        keys = {organisation_key(self.organisation_id)}
        return keys | {ANYONE} if self.is_public else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse days out of order and a visit to come."""
        super().clean()
        self.purpose, self.place = clean(self.purpose), clean(self.place)
        self.result = clean_lines(self.result)
        validate_not_before("ends_on", self.ends_on, self.starts_on)
        validate_not_in_future("starts_on", self.starts_on)
        validate_not_in_future("ends_on", self.ends_on)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the visit; one of a single day ends on it."""
        self.ends_on = self.ends_on or self.starts_on
        super().save(*args, **kwargs)
