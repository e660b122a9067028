"""Who put their name down, and how many came."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import person_key
from lienhiep.core.text import clean
from lienhiep.directory.validators import validate_phone
from lienhiep.events.choices import Audience, Place, RegistrationChannel
from lienhiep.events.models.conference import Conference
from lienhiep.events.models.course import Course
from lienhiep.events.models.event import Event
from lienhiep.events.querysets import AttendanceQuerySet, RegistrationQuerySet

ONE_OF_THE_TWO = Q(conference__isnull=False, course=None) | Q(conference=None, course__isnull=False)


def new_token() -> str:
    """Return the secret by which somebody without an account finds their registration again."""
    return secrets.token_urlsafe(24)


class OfAnEvent(Guarded):
    """A row of a conference or of a course: of one of the two."""

    class Meta:
        abstract = True

    @property
    def event(self) -> Event:
        """The conference or course."""
        return self.conference if self.conference_id is not None else self.course

    @property
    @display(description=_("Conference or course"))
    def event_name(self) -> str:
        """The name of the conference or course, for exports."""
        return str(self.event)

    def clean(self) -> None:
        """Refuse a row that belongs to nothing, or to two events."""
        super().clean()
        if (self.conference_id is None) == (self.course_id is None):
            raise ValidationError(
                {"conference": gettext("Choose a conference or a course, one of the two.")}
            )


class Attendance(OfAnEvent):
    """How many people of one group took part, in the room or online (số người dự).

    A number that was counted at the door, not a list of names.
    """

    conference = models.ForeignKey(
        Conference,
        verbose_name=_("conference"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendance",
    )
    course = models.ForeignKey(
        Course,
        verbose_name=_("training course"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendance",
    )
    place = models.CharField(_("took part"), max_length=10, choices=Place.choices)
    audience = models.CharField(_("group of people"), max_length=20, choices=Audience.choices)
    number = models.PositiveIntegerField(_("people present"), validators=[MinValueValidator(1)])
    source = models.CharField(
        _("counted from"),
        max_length=255,
        blank=True,
        help_text=_("Such as the list of signatures, or the log of the online room."),
    )

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("number of people present")
        verbose_name_plural = _("numbers of people present")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=ONE_OF_THE_TWO, name="events_attendance_of_one_event"),
            models.CheckConstraint(condition=Q(number__gte=1), name="events_attendance_number"),
            models.UniqueConstraint(
                fields=["conference", "place", "audience"],
                condition=Q(conference__isnull=False),
                name="events_attendance_conference_once",
            ),
            models.UniqueConstraint(
                fields=["course", "place", "audience"],
                condition=Q(course__isnull=False),
                name="events_attendance_course_once",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(number)s at “%(event)s”") % {
            "number": self.number,
            "event": self.event_name,
        }

    @property
    @display(description=_("held on"))
    def held_on(self) -> Any:
        """The day by which the figures count, for lists and exports."""
        return self.event.held_on

    @property
    @display(description=_("took part"))
    def place_label(self) -> str:
        """Where they were, in words, for exports."""
        return str(self.get_place_display())

    @property
    @display(description=_("group of people"))
    def audience_label(self) -> str:
        """Who they were, in words, for exports."""
        return str(self.get_audience_display())

    def reader_keys(self) -> set[str]:
        """Open the number to those who read the event."""
        return self.event.reader_keys()


class Registration(OfAnEvent):
    """Somebody who put their name down, or was invited (đăng ký, mời dự).

    Names, addresses and numbers are kept for the event only, and go some days after it.
    """

    conference = models.ForeignKey(
        Conference,
        verbose_name=_("conference"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
    )
    course = models.ForeignKey(
        Course,
        verbose_name=_("training course"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person in the directory"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="event_registrations",
    )
    name = models.CharField(_("name of the participant"), max_length=150, blank=True)
    organisation_name = models.CharField(_("place of work"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail for this event"), blank=True)
    phone = models.CharField(
        _("telephone for this event"), max_length=30, blank=True, validators=[validate_phone]
    )
    place = models.CharField(
        _("wishes to take part"), max_length=10, choices=Place.choices, default=Place.ROOM
    )
    channel = models.CharField(
        _("registered by way of"),
        max_length=20,
        choices=RegistrationChannel.choices,
        default=RegistrationChannel.TELEPHONE,
    )
    registered_on = models.DateField(_("registered on"), default=today, editable=False)
    agreed_to = models.TextField(
        _("agreed to"),
        blank=True,
        editable=False,
        help_text=_("The sentence on personal data that stood beside the tick."),
    )
    withdrawn_on = models.DateField(
        _("registration withdrawn on"), null=True, blank=True, editable=False
    )
    checked_in_on = models.DateField(_("present on"), null=True, blank=True, editable=False)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)

    history_ignored = frozenset({"token"})

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration for an event")
        verbose_name_plural = _("registrations for events")
        ordering = ["-registered_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=ONE_OF_THE_TWO, name="events_registration_of_one_event"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("registered_on")),
                name="events_registration_withdrawn_after",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(checked_in_on=None),
                name="events_registration_present_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    @display(description=_("name of the participant"))
    def display_name(self) -> str:
        """The name in the directory, else the one that was typed; none once it was taken out."""
        if self.person_id is not None:
            return str(self.person)
        return self.name or gettext("(name taken out)")

    @property
    def is_standing(self) -> bool:
        """Whether the place is still taken."""
        return self.withdrawn_on is None

    def reader_keys(self) -> set[str]:
        """Let somebody read their own registration."""
        return {person_key(self.person_id)} if self.person_id is not None else set()

    def clean(self) -> None:
        """Put texts in composed letters; refuse a registration of nobody."""
        super().clean()
        self.name = clean(self.name)
        self.organisation_name = clean(self.organisation_name)
        self.phone = clean(self.phone)
        if self.person_id is None and not self.name:
            raise ValidationError({"name": gettext("Write the name of the participant.")})
