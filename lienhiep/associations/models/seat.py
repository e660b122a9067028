"""Who holds which position in which body, from when to when."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import ELECTED_BODIES, BodyKind, SeatLeaving, SeatState
from lienhiep.associations.models.body import Body, Position, Term
from lienhiep.associations.querysets import SeatQuerySet
from lienhiep.associations.validators import (
    validate_places_free,
    validate_stretch,
    validate_within,
)
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import person_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.directory.models import KEEPABLE


class Seat(Guarded):
    """A position that a person holds in a body (both days belong to it); rights follow it."""

    loaded_with = ("person", "position", "term", "body__organisation")

    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person in the seat"),
        on_delete=models.PROTECT,
        related_name="seats",
        limit_choices_to=KEEPABLE,
    )
    body = models.ForeignKey(
        Body, verbose_name=_("body of the seat"), on_delete=models.PROTECT, related_name="seats"
    )
    position = models.ForeignKey(
        Position,
        verbose_name=_("position held"),
        on_delete=models.PROTECT,
        related_name="seats",
    )
    term = models.ForeignKey(
        Term,
        verbose_name=_("term of the seat"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        help_text=_("Empty: the term that the body serves on that day; an office serves none."),
    )
    since = models.DateField(_("seat held since"))
    until = models.DateField(
        _("seat held until"), null=True, blank=True, editable=False, help_text=_("The last day.")
    )
    place = models.PositiveSmallIntegerField(
        _("place in the list"),
        null=True,
        blank=True,
        help_text=_("Among those who hold the same position; empty: by given name."),
    )
    other_office = models.CharField(
        _("second office"),
        max_length=200,
        blank=True,
        help_text=_("What the person is besides, as the site is to say it."),
    )
    decision = models.CharField(
        _("decision on the seat"), max_length=150, blank=True, help_text=_("Number and day.")
    )
    leaving = models.CharField(
        _("ground of leaving the seat"),
        max_length=20,
        choices=SeatLeaving.choices,
        blank=True,
        editable=False,
    )
    leaving_note = models.TextField(_("note on leaving the seat"), blank=True, editable=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat in a body")
        verbose_name_plural = _("seats in bodies")
        ordering = ["-since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "body", "position"],
                condition=Q(until=None),
                name="associations_seat_open_once",
                violation_error_message=_("This person holds the position already."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="associations_seat_days_in_order",
                violation_error_message=_("A seat cannot end before its first day."),
            ),
            models.CheckConstraint(
                condition=Q(until=None, leaving="", leaving_note="")
                | (Q(until__isnull=False) & ~Q(leaving="")),
                name="associations_seat_left_with_ground",
                violation_error_message=_("Say why the seat was left."),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "since", "until"]),
            models.Index(fields=["body", "since", "until"]),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.position}, {self.body}"

    def state_on(self, day: date) -> SeatState:
        """Where the seat stands on a day."""
        if self.since > day:
            return SeatState.COMING
        if self.until is not None and self.until < day:
            return SeatState.LEFT
        return SeatState.HELD

    @property
    def state(self) -> SeatState:
        """Where the seat stands today; agrees with `SeatQuerySet.with_state`."""
        return self.state_on(today())

    @property
    @display(description=_("State of the seat"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def reader_keys(self) -> set[str]:
        """Let people read their own seats, anyone those of public bodies, the staff the rest.

        Who sits in a Party cell is known to that person and to those who read all seats.
        """
        return {person_key(self.person_id), *self.body.reader_keys()}

    def clean(self) -> None:
        """Refuse a seat outside its body's life, of a foreign term, or that others fill already."""
        super().clean()
        self.other_office = clean(self.other_office)
        self.decision = clean(self.decision)
        self.leaving_note = clean_lines(self.leaving_note)
        if not self.since:
            return
        validate_stretch(self.since, self.until, "until")
        if not self.body_id:
            return
        body = self.body
        validate_within("since", self.since, body.since, body.until, body.name)
        validate_within("until", self.until, body.since, body.until, body.name)
        self._refuse_foreign_term()
        self._refuse_same_person_twice()
        self._refuse_too_many()

    def _refuse_foreign_term(self) -> None:
        term = self.term
        if term is None:
            return
        same_body = term.body_id == self.body_id
        elected_with = (
            term.body.kind == BodyKind.EXECUTIVE
            and term.body.organisation_id == self.body.organisation_id
            and self.body.kind in ELECTED_BODIES
        )
        if not (same_body or elected_with):
            raise ValidationError(
                {"term": gettext("The term %(term)s is not one of this body.") % {"term": term}}
            )
        validate_within("since", self.since, term.started_on, term.ended_on, term)

    def _others(self) -> Any:
        others = Seat.objects.filter(body=self.body_id, position=self.position_id)
        return others.exclude(pk=self.pk).meeting(self.since, self.until).select_related("person")

    def _refuse_same_person_twice(self) -> None:
        if self.person_id and self._others().filter(person=self.person_id).exists():
            raise ValidationError(
                {"person": gettext("This person holds the position in the body at that time.")}
            )

    def _refuse_too_many(self) -> None:
        if self.position_id and self.position.most is not None:
            validate_places_free("position", self, self._others(), self.position.most)
