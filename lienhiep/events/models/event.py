"""What a conference and a course share: days, place, registration, and being held or not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from lienhiep.core.guarding import Guarded
from lienhiep.core.period import local_day, today
from lienhiep.core.principals import ANYONE, organisation_key
from lienhiep.core.text import clean
from lienhiep.events.choices import Audience, EventState, Mode
from lienhiep.events.validators import (
    validate_registration_days,
    validate_times,
    validate_where,
)


class Event(Guarded, ClusterableModel):
    """Something to which people come: planned, then held, postponed or cancelled.

    Planning, postponement, cancellation and having been held are facts with a date each; the
    state is derived from them. The counting date is the day on which it was held to its end.
    """

    title = models.CharField(_("event title"), max_length=255)
    mode = models.CharField(
        _("mode of taking part"), max_length=10, choices=Mode.choices, default=Mode.ROOM
    )
    audience = models.CharField(_("held for"), max_length=20, choices=Audience.choices)
    host = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("held by"),
        on_delete=models.PROTECT,
        related_name="%(class)ss_hosted",
    )
    planned_on = models.DateField(_("day first planned"), null=True, blank=True, editable=False)
    starts_at = models.DateTimeField(_("event begins at"))
    ends_at = models.DateTimeField(_("event ends at"), null=True, blank=True)
    place = models.CharField(_("place of the event"), max_length=255, blank=True)
    online_address = models.URLField(
        _("online address"),
        blank=True,
        max_length=500,
        help_text=_("Of the meeting room on the network; it never stands on the site."),
    )
    is_public = models.BooleanField(
        _("on the public site"),
        default=True,
        help_text=_("Announced on the site, with its programme."),
    )

    registration_opens_on = models.DateField(
        _("registration opens on"), null=True, blank=True, editable=False
    )
    registration_closes_on = models.DateField(
        _("registration closes on"), null=True, blank=True, editable=False
    )
    capacity = models.PositiveIntegerField(
        _("places to register for"),
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(1)],
    )

    postponed_on = models.DateField(_("postponed on"), null=True, blank=True, editable=False)
    postponement_reason = models.TextField(
        _("reason of the postponement"), blank=True, editable=False
    )
    cancelled_on = models.DateField(_("cancelled on"), null=True, blank=True, editable=False)
    cancel_reason = models.TextField(_("reason of the cancellation"), blank=True, editable=False)
    held_on = models.DateField(
        _("held on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The last day; the figures count by it."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_message=_("The event would end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None) | Q(held_on=None),
                name="%(app_label)s_%(class)s_held_or_cancelled",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancel_reason="")
                | (Q(cancelled_on__isnull=False) & ~Q(cancel_reason="")),
                name="%(app_label)s_%(class)s_cancelled_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(postponed_on=None) | Q(held_on=None),
                name="%(app_label)s_%(class)s_not_held_while_postponed",
            ),
            models.CheckConstraint(
                condition=Q(registration_opens_on=None, registration_closes_on=None)
                | Q(
                    registration_opens_on__isnull=False,
                    registration_closes_on__gte=F("registration_opens_on"),
                ),
                name="%(app_label)s_%(class)s_registration_days",
            ),
        ]
        indexes = [models.Index(fields=["held_on"]), models.Index(fields=["starts_at"])]

    def __str__(self) -> str:
        return self.title

    @property
    def starts_on(self) -> date:
        """The first day, in Vietnam."""
        return local_day(self.starts_at)

    @property
    def ends_on(self) -> date:
        """The last day planned, in Vietnam."""
        return local_day(self.ends_at or self.starts_at)

    def state_on(self, day: date) -> EventState:
        """Return where the event stands on a day; agrees with `EventQuerySet.with_state`."""
        if self.cancelled_on:
            return EventState.CANCELLED
        if self.held_on:
            return EventState.HELD
        if self.postponed_on:
            return EventState.POSTPONED
        return EventState.UNRECORDED if self.ends_on < day else EventState.PLANNED

    @property
    def state(self) -> EventState:
        """Where the event stands today."""
        return self.state_on(today())

    @property
    @display(description=_("State of the event"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("mode of taking part"))
    def mode_label(self) -> str:
        """The mode in words, for exports."""
        return str(self.get_mode_display())

    @property
    @display(description=_("held for"))
    def audience_label(self) -> str:
        """For whom it is, in words, for exports."""
        return str(self.get_audience_display())

    @property
    @display(description=_("Days and times"))
    def when(self) -> str:
        """Days and times as an invitation has them: "14:00 – 17:00 10/01/2023"."""
        first = timezone.localtime(self.starts_at)
        if self.ends_at is None:
            return f"{first:%H:%M %d/%m/%Y}"
        last = timezone.localtime(self.ends_at)
        begins = f"{first:%H:%M}" if first.date() == last.date() else f"{first:%H:%M %d/%m/%Y}"
        return f"{begins} – {last:%H:%M %d/%m/%Y}"

    def is_open_for_registration(self, day: date | None = None) -> bool:
        """Whether somebody may put their name down on a day."""
        on = day or today()
        return (
            self.registration_opens_on is not None
            and self.registration_opens_on <= on <= self.registration_closes_on
            and self.state_on(on) == EventState.PLANNED
        )

    def places_taken(self) -> int:
        """Return how many registrations stand."""
        return self.registrations.standing().count()

    def attended(self) -> int:
        """Return how many took part, in the room and online."""
        return sum(row.number for row in self.attendance.all())

    def outside_keys(self) -> set[str]:
        """Return the keys of those outside the office who read what is not announced yet."""
        return {organisation_key(self.host_id)}

    def reader_keys(self) -> set[str]:
        """Let its host read it, and anyone what stands on the site."""
        keys = self.outside_keys()
        return keys | {ANYONE} if self.is_public else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse days out of order and a place that nobody is in."""
        super().clean()
        self.title = clean(self.title)
        self.place = clean(self.place)
        validate_times(self.starts_at, self.ends_at)
        validate_where(self.mode, self.place, self.online_address)
        validate_registration_days(
            self.registration_opens_on, self.registration_closes_on, self.starts_at
        )
        self._clean_what_was_held()

    def _clean_what_was_held(self) -> None:
        """Refuse a correction after which the day it was held would lie before its beginning."""
        if self.held_on and self.starts_at and self.held_on < self.starts_on:
            raise ValidationError(
                {
                    "starts_at": gettext("It was held on %(day)s; it cannot have begun later.")
                    % {"day": f"{self.held_on:%d/%m/%Y}"}
                }
            )

    def after_recorded(self) -> None:
        """Open or close what belongs to the event together with it."""
        super().after_recorded()
        for rows in (self.attendance.all(), *self.rows_read_with_it()):
            if kept := list(rows):
                type(kept[0]).after_all_recorded(kept)

    def rows_read_with_it(self) -> list[Any]:
        """Return other rows whose readers are those of the event."""
        return []
