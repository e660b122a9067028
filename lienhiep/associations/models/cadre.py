"""Planning who may lead later (quy hoạch cán bộ), and who was appointed (bổ nhiệm)."""

from __future__ import annotations

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.associations.choices import AppointmentKind, AppointmentState
from lienhiep.associations.models.seat import Seat
from lienhiep.associations.querysets import AppointmentQuerySet, CadrePlanQuerySet
from lienhiep.associations.validators import validate_stretch
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded, RecordedQuerySet
from lienhiep.core.principals import person_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_in_future
from lienhiep.directory.models import KEEPABLE


class CadrePlan(Guarded, ClusterableModel):
    """Who is planned for a post in a term; read by the leader and the office manager only.

    The label of the term is free text: the pairs 2021-2025 and 2025-2030 follow the Party's
    calendar, and are not the terms of the Union.
    """

    post = models.CharField(_("post that is planned for"), max_length=150)
    term_label = models.CharField(
        _("term planned for"), max_length=30, help_text=_("As it is written, such as 2021-2025.")
    )
    decision = models.CharField(
        _("decision approving the plan"), max_length=150, blank=True, help_text=_("Number and day.")
    )
    valid_until = models.DateField(
        _("plan in force until"),
        null=True,
        blank=True,
        help_text=_("The last day; from then on the plan is reviewed no more."),
    )
    note = models.TextField(_("note on the planning"), blank=True)

    objects = CadrePlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("cadre plan")
        verbose_name_plural = _("cadre plans")
        ordering = ["-term_label", "post"]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "term_label"],
                name="associations_cadreplan_once",
                violation_error_message=_("This post is planned for this term already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.post}, {self.term_label}"

    def clean(self) -> None:
        """Put texts in composed letters."""
        super().clean()
        self.post = clean(self.post)
        self.term_label = clean(self.term_label)
        self.decision = clean(self.decision)
        self.note = clean_lines(self.note)


class PlannedCadre(Recorded):
    """A person in a cadre plan, from a day on, perhaps until a day."""

    plan = ParentalKey(
        CadrePlan,
        verbose_name=_("cadre plan"),
        on_delete=models.CASCADE,
        related_name="persons",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person planned"),
        on_delete=models.PROTECT,
        related_name="cadre_plans",
        limit_choices_to=KEEPABLE,
    )
    since = models.DateField(_("in the plan since"))
    until = models.DateField(
        _("in the plan until"), null=True, blank=True, help_text=_("The last day, once taken out.")
    )
    reason = models.CharField(_("why taken out"), max_length=200, blank=True)

    objects = RecordedQuerySet.as_manager()

    class Meta:
        verbose_name = _("person in a cadre plan")
        verbose_name_plural = _("persons in a cadre plan")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "person"],
                condition=Q(until=None),
                name="associations_plannedcadre_once",
                violation_error_message=_("This person stands in the plan already."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="associations_plannedcadre_days_in_order",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    def history_owner(self) -> Recorded:
        """Stand in the history of the plan."""
        return self.plan

    def clean(self) -> None:
        """Refuse days out of order, and a person taken out without a reason."""
        super().clean()
        self.reason = clean(self.reason)
        validate_stretch(self.since, self.until, "until")
        if self.until and not self.reason:
            raise ValidationError({"reason": gettext("Say why, in a sentence.")})


class CadreReview(Recorded):
    """A day on which a plan was gone through, as is done each year (rà soát, bổ sung)."""

    plan = ParentalKey(
        CadrePlan,
        verbose_name=_("cadre plan"),
        on_delete=models.CASCADE,
        related_name="reviews",
    )
    on = models.DateField(_("plan reviewed on"))
    note = models.CharField(_("outcome of the review"), max_length=200, blank=True)

    objects = RecordedQuerySet.as_manager()

    class Meta:
        verbose_name = _("review of a cadre plan")
        verbose_name_plural = _("reviews of a cadre plan")
        ordering = ["-on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "on"],
                name="associations_cadrereview_once",
                violation_error_message=_("The plan was reviewed on that day already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}"

    def history_owner(self) -> Recorded:
        """Stand in the history of the plan."""
        return self.plan

    def clean(self) -> None:
        """Refuse a day to come."""
        super().clean()
        self.note = clean(self.note)
        validate_not_in_future("on", self.on)


class Appointment(Guarded):
    """A decision that puts a person into a post (bổ nhiệm, bổ nhiệm lại, giao phụ trách)."""

    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person appointed"),
        on_delete=models.PROTECT,
        related_name="appointments",
        limit_choices_to=KEEPABLE,
    )
    kind = models.CharField(
        _("kind of appointment"),
        max_length=20,
        choices=AppointmentKind.choices,
        default=AppointmentKind.APPOINTMENT,
    )
    post = models.CharField(_("post appointed to"), max_length=150)
    decision = models.CharField(_("symbol of the appointment"), max_length=80)
    decided_on = models.DateField(_("appointment decided on"))
    since = models.DateField(_("appointed from"))
    until = models.DateField(
        _("appointed until"), null=True, blank=True, help_text=_("Where the decision names an end.")
    )
    seat = models.OneToOneField(
        Seat,
        verbose_name=_("seat that followed"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointment",
    )
    revoked_on = models.DateField(
        _("appointment revoked on"), null=True, blank=True, editable=False
    )
    revoking_reason = models.TextField(
        _("why the appointment was revoked"), blank=True, editable=False
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment of a cadre")
        verbose_name_plural = _("appointments of cadres")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "decided_on", "person", "post"],
                name="associations_appointment_once",
                violation_error_message=_("This decision is on record already."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="associations_appointment_days_in_order",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_on=None, revoking_reason="")
                | (Q(revoked_on__gte=F("decided_on")) & ~Q(revoking_reason="")),
                name="associations_appointment_revoked_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["decided_on"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"

    @property
    def state(self) -> AppointmentState:
        """Whether the decision stands; agrees with `AppointmentQuerySet.with_state`."""
        return AppointmentState.REVOKED if self.revoked_on else AppointmentState.STANDING

    @property
    @display(description=_("State of the appointment"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def reader_keys(self) -> set[str]:
        """Let people read their own appointment."""
        return {person_key(self.person_id)}

    def clean(self) -> None:
        """Refuse days out of order or to come, and a seat of somebody else."""
        super().clean()
        self.post, self.decision = clean(self.post), clean(self.decision)
        validate_not_in_future("decided_on", self.decided_on)
        validate_stretch(self.since, self.until, "until")
        if self.seat_id and self.person_id and self.seat.person_id != self.person_id:
            raise ValidationError({"seat": gettext("This seat is held by somebody else.")})
