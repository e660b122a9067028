"""How an organisation comes into the Union, and how many persons come into its members."""

from __future__ import annotations

from django.contrib.admin import display
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import (
    AdmissionState,
    MembershipKind,
    StatementChannel,
    StatementState,
    WorkField,
)
from lienhiep.associations.files import DOSSIER
from lienhiep.associations.models.membership import Membership
from lienhiep.associations.querysets import AdmissionQuerySet, PersonsAdmittedQuerySet
from lienhiep.associations.validators import refuse_shared_days, validate_stretch
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import organisation_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_in_future
from lienhiep.directory.models import KEEPABLE

DOSSIER_PIECES = (
    "has_application",
    "has_founding_decision",
    "has_charter",
    "has_leader_list",
    "has_member_count",
)
"""What the Union asks for before it decides on an application."""


class Admission(Guarded):
    """An application to join the Union (kết nạp), from its receipt to its decision."""

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("organisation that applies"),
        on_delete=models.PROTECT,
        related_name="admissions",
        limit_choices_to=KEEPABLE,
    )
    kind = models.CharField(
        _("kind of membership asked for"),
        max_length=20,
        choices=MembershipKind.choices,
        default=MembershipKind.MEMBER_ASSOCIATION,
    )
    work_field = models.CharField(
        _("field of science"), max_length=20, choices=WorkField.choices, default=WorkField.GENERAL
    )
    applied_on = models.DateField(_("application received on"), default=today)
    members = models.PositiveIntegerField(
        _("members at the application"), null=True, blank=True, help_text=_("As it states itself.")
    )
    has_application = models.BooleanField(_("application in writing"), default=False)
    has_founding_decision = models.BooleanField(
        _("decision founding the organisation"), default=False
    )
    has_charter = models.BooleanField(_("approved charter"), default=False)
    has_leader_list = models.BooleanField(_("list of its leaders"), default=False)
    has_member_count = models.BooleanField(_("statement of its members"), default=False)
    dossier = RecordFileField(_("dossier of admission"), use=DOSSIER, blank=True)
    note = models.TextField(_("note on the application"), blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True, editable=False)
    decision = models.CharField(
        _("symbol of the decision"), max_length=80, blank=True, editable=False
    )
    decided_by = models.CharField(_("decided by"), max_length=120, blank=True, editable=False)
    membership = models.OneToOneField(
        Membership,
        verbose_name=_("membership that followed"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="admission",
    )
    refused_on = models.DateField(
        _("application refused on"), null=True, blank=True, editable=False
    )
    withdrawn_on = models.DateField(
        _("application withdrawn on"), null=True, blank=True, editable=False
    )
    reason = models.TextField(_("reason of the refusal"), blank=True, editable=False)

    objects = AdmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("application for membership")
        verbose_name_plural = _("applications for membership")
        ordering = ["-applied_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(decided_on=None, refused_on=None, withdrawn_on=None),
                name="associations_admission_open_once",
                violation_error_message=_("An application of this organisation waits already."),
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, membership=None, decision="")
                | Q(decided_on__gte=F("applied_on"), membership__isnull=False),
                name="associations_admission_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(refused_on=None, withdrawn_on=None, reason="")
                | (Q(refused_on__gte=F("applied_on"), withdrawn_on=None) & ~Q(reason=""))
                | (Q(withdrawn_on__gte=F("applied_on"), refused_on=None) & ~Q(reason="")),
                name="associations_admission_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(refused_on=None, withdrawn_on=None),
                name="associations_admission_one_end",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Application of %(organisation)s") % {"organisation": self.organisation}

    @property
    def state(self) -> AdmissionState:
        """What became of the application; agrees with `AdmissionQuerySet.with_state`."""
        if self.decided_on:
            return AdmissionState.ADMITTED
        if self.refused_on:
            return AdmissionState.REFUSED
        return AdmissionState.WITHDRAWN if self.withdrawn_on else AdmissionState.RECEIVED

    @property
    @display(description=_("State of the application"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Missing in the dossier"))
    def missing(self) -> str:
        """What the dossier still lacks, in words; empty where it is whole."""
        lacking = [name for name in DOSSIER_PIECES if not getattr(self, name)]
        return ", ".join(str(self._meta.get_field(name).verbose_name) for name in lacking)

    def reader_keys(self) -> set[str]:
        """Let the organisation follow its application, once somebody acts for it."""
        return {organisation_key(self.organisation_id)}

    def clean(self) -> None:
        """Put texts in composed letters; refuse a day in the future."""
        super().clean()
        self.note = clean_lines(self.note)
        self.decision = clean(self.decision)
        validate_not_in_future("applied_on", self.applied_on)


class PersonsAdmitted(Guarded):
    """How many persons an association admitted in a stretch of time: a number, never names."""

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("association that admitted"),
        on_delete=models.PROTECT,
        related_name="persons_admitted",
        limit_choices_to=KEEPABLE,
    )
    since = models.DateField(_("admitted from"))
    until = models.DateField(_("admitted until"))
    number = models.PositiveIntegerField(_("persons admitted"), validators=[MinValueValidator(1)])
    channel = models.CharField(
        _("how it was stated"),
        max_length=20,
        choices=StatementChannel.choices,
        default=StatementChannel.OFFICE,
    )
    source = models.CharField(
        _("source of the number"),
        max_length=150,
        blank=True,
        help_text=_("Such as the number of the association's report."),
    )
    taken_back_on = models.DateField(
        _("statement taken back on"), null=True, blank=True, editable=False
    )
    taken_back_reason = models.TextField(
        _("why the statement was taken back"), blank=True, editable=False
    )

    objects = PersonsAdmittedQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement of persons admitted")
        verbose_name_plural = _("statements of persons admitted")
        ordering = ["-until", "organisation__sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="associations_personsadmitted_days_in_order",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="associations_personsadmitted_number"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on=None, taken_back_reason="")
                | (Q(taken_back_on__isnull=False) & ~Q(taken_back_reason="")),
                name="associations_personsadmitted_taken_back_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["until"])]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.number}"

    @property
    def state(self) -> StatementState:
        """Whether it counts."""
        return StatementState.TAKEN_BACK if self.taken_back_on else StatementState.STANDING

    @property
    @display(description=_("State of the statement"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def reader_keys(self) -> set[str]:
        """Let the association read its own."""
        return {organisation_key(self.organisation_id)}

    def clean(self) -> None:
        """Refuse days out of order, to come, or counted by another statement already."""
        super().clean()
        self.source = clean(self.source)
        validate_stretch(self.since, self.until, "until")
        validate_not_in_future("until", self.until)
        if self.since and self.until and self.organisation_id and not self.taken_back_on:
            others = PersonsAdmitted.objects.standing().filter(organisation=self.organisation_id)
            refuse_shared_days("since", self, others.exclude(pk=self.pk))
