"""A breach of personal data, with its clock of 72 hours."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.reference import value_on
from lienhiep.privacy.choices import BreachState
from lienhiep.privacy.files import NOTICE
from lienhiep.privacy.querysets import BreachQuerySet
from lienhiep.privacy.reference_codes import BREACH_HOURS

HOURS = 72
"""Where no dated value is on record: the term of the law."""


class Breach(Guarded):
    """Data about people were lost, changed or seen by somebody who must not (vi phạm).

    Name nobody in it: it says which kinds of people and how many.
    """

    title = models.CharField(_("breach in a few words"), max_length=200)
    found_at = models.DateTimeField(
        _("breach found at"),
        default=timezone.now,
        help_text=_("The clock runs from here."),
    )
    tell_by = models.DateTimeField(_("to be told to the authority by"), editable=False)
    happened = models.CharField(
        _("when it happened"), max_length=200, blank=True, help_text=_("As far as is known.")
    )
    what = models.TextField(_("what happened"), max_length=4000)
    whose = models.CharField(
        _("whose data"),
        max_length=300,
        help_text=_("Kinds of people, such as contestants and their parents; no names."),
    )
    people_count = models.PositiveIntegerField(
        _("how many people"), null=True, blank=True, help_text=_("Empty while it is not known.")
    )
    data_kinds = models.TextField(_("kinds of data concerned"), max_length=1000)
    is_sensitive = models.BooleanField(_("sensitive data among them"), default=False)
    cause = models.TextField(_("cause of the breach"), max_length=2000, blank=True)
    consequences = models.TextField(_("likely consequences"), max_length=2000, blank=True)
    measures = models.TextField(_("measures taken"), max_length=4000, blank=True)
    authority_told_at = models.DateTimeField(
        _("authority told at"), null=True, blank=True, editable=False
    )
    authority_reference = models.CharField(
        _("number of the notice"), max_length=100, blank=True, editable=False
    )
    late_reason = models.TextField(_("why the notice was late"), blank=True, editable=False)
    notice = RecordFileField(_("notice as it was sent"), use=NOTICE, blank=True, editable=False)
    people_told_at = models.DateTimeField(
        _("people told at"), null=True, blank=True, editable=False
    )
    people_told_how = models.TextField(_("how the people were told"), blank=True, editable=False)
    closed_on = models.DateField(_("breach closed on"), null=True, blank=True, editable=False)
    lessons = models.TextField(_("lessons of the breach"), blank=True, editable=False)
    not_told_reason = models.TextField(
        _("why the authority need not be told"), blank=True, editable=False
    )

    objects = BreachQuerySet.as_manager()

    class Meta:
        verbose_name = _("breach of personal data")
        verbose_name_plural = _("breaches of personal data")
        ordering = ["-found_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(authority_told_at=None) | Q(authority_told_at__gte=F("found_at")),
                name="privacy_breach_told_after_found",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | ~Q(lessons=""),
                name="privacy_breach_closed_with_lessons",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None)
                | Q(authority_told_at__isnull=False)
                | ~Q(not_told_reason=""),
                name="privacy_breach_closed_told_or_why_not",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a finding in the future."""
        super().clean()
        if self.found_at and self.found_at > timezone.now():
            raise ValidationError({"found_at": gettext("This lies in the future.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the moment by which the authority must know, by the law of that day."""
        day = timezone.localtime(self.found_at).date()
        hours = value_on(BREACH_HOURS, day, default=HOURS)
        self.tell_by = self.found_at + timedelta(hours=hours)
        super().save(*args, **kwargs)

    @property
    @display(description=_("State of the breach"))
    def state(self) -> BreachState:
        """Where the breach stands."""
        if self.closed_on is not None:
            return BreachState.CLOSED
        return BreachState.TOLD if self.authority_told_at else BreachState.FOUND

    @property
    def is_late(self) -> bool:
        """Whether the authority was told after its time, or is not told and the time is over."""
        if self.authority_told_at is None and self.not_told_reason:
            return False
        return (self.authority_told_at or timezone.now()) > self.tell_by

    @property
    def hours_left(self) -> int:
        """Whole hours that are left on the clock; negative when it has run out."""
        return int((self.tell_by - timezone.now()).total_seconds() // 3600)
