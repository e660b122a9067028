"""Science and technology tasks, and the programmes to which they belong."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from lienhiep.advisory.choices import (
    Grade,
    PerformerRole,
    ScienceKind,
    ScienceLevel,
    ScienceState,
)
from lienhiep.advisory.files import ACCEPTANCE
from lienhiep.advisory.querysets import ScienceTaskQuerySet
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.principals import ANYONE, organisation_key, person_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_before


class Programme(Guarded):
    """A programme to which science tasks belong, such as the national one on new countryside."""

    name = models.CharField(_("name of the programme"), max_length=255, unique=True)
    note = models.TextField(_("note on the programme"), blank=True)
    is_active = models.BooleanField(
        _("programme in force"),
        default=True,
        help_text=_("One that is over is not offered, but keeps its tasks."),
    )

    class Meta:
        verbose_name = _("science programme")
        verbose_name_plural = _("science programmes")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def reader_keys(self) -> set[str]:
        """Programmes are public knowledge."""
        return {ANYONE}

    def clean(self) -> None:
        """Put the name in composed letters."""
        super().clean()
        self.name = clean(self.name)


class ScienceTask(Guarded, ClusterableModel):
    """A topic, project or task of science and technology (đề tài, dự án, nhiệm vụ KH&CN)."""

    title = models.CharField(_("title of the science task"), max_length=400)
    code = models.CharField(_("code of the science task"), max_length=60, blank=True)
    kind = models.CharField(
        _("form of the science task"),
        max_length=20,
        choices=ScienceKind.choices,
        default=ScienceKind.TASK,
    )
    level = models.CharField(_("level of management"), max_length=20, choices=ScienceLevel.choices)
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("science programme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
    )
    head = models.ForeignKey(
        "directory.Person",
        verbose_name=_("head of the science task"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="science_tasks",
    )
    decision = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision that approves the task"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    starts_on = models.DateField(_("begins on"))
    due_on = models.DateField(_("planned end"))
    budget = MoneyField(_("whole budget (đồng)"), null=True, blank=True)
    aim = models.TextField(_("aim and results"), blank=True)
    is_public = models.BooleanField(
        _("on the public site"), default=True, help_text=_("Title, bodies, time and results.")
    )
    accepted_on = models.DateField(_("result accepted on"), null=True, blank=True, editable=False)
    grade = models.CharField(
        _("grade of the acceptance"),
        max_length=20,
        choices=Grade.choices,
        blank=True,
        editable=False,
    )
    acceptance_file = RecordFileField(
        _("record of the acceptance"), use=ACCEPTANCE, blank=True, editable=False
    )
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True, editable=False)
    stop_reason = models.TextField(_("why it was stopped"), blank=True, editable=False)

    objects = ScienceTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("science task")
        verbose_name_plural = _("science tasks")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")),
                name="advisory_science_due_after_start",
                violation_error_message=_("The planned end lies before the beginning."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None, grade="")
                | (
                    Q(accepted_on__isnull=False, accepted_on__gte=F("starts_on"), stopped_on=None)
                    & ~Q(grade="")
                ),
                name="advisory_science_accepted_with_grade",
            ),
            models.CheckConstraint(
                condition=Q(stopped_on=None, stop_reason="")
                | (
                    Q(stopped_on__isnull=False, stopped_on__gte=F("starts_on")) & ~Q(stop_reason="")
                ),
                name="advisory_science_stopped_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["starts_on"]), models.Index(fields=["accepted_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> ScienceState:
        """Where the task stands; agrees with `ScienceTaskQuerySet.with_state`."""
        if self.stopped_on:
            return ScienceState.STOPPED
        return ScienceState.ACCEPTED if self.accepted_on else ScienceState.RUNNING

    @property
    @display(description=_("State of the science task"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("level of management"))
    def level_label(self) -> str:
        """The level in words, for exports."""
        return str(self.get_level_display())

    @property
    @display(description=_("grade of the acceptance"))
    def grade_label(self) -> str:
        """The grade in words, for exports."""
        return str(self.get_grade_display()) if self.grade else ""

    @property
    @display(description=_("Leading body"))
    def lead_label(self) -> str:
        """The body that leads the work, for lists."""
        leads = [row for row in self.performers.all() if row.role == PerformerRole.LEAD]
        return str(leads[0].organisation) if leads else ""

    @property
    @display(description=_("Performing bodies"))
    def performers_label(self) -> str:
        """The performing bodies, the leading one first."""
        return ", ".join(str(row.organisation) for row in self.performers.all())

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the task stands on the public site; agrees with `open_to_readers`."""
        return self.is_public

    def reader_keys(self) -> set[str]:
        """Let the head and the performing bodies read it, and anyone what is public."""
        keys = {organisation_key(row.organisation_id) for row in self.performers.all()}
        if self.head_id:
            keys.add(person_key(self.head_id))
        return keys | {ANYONE} if self.is_open_to_readers else keys

    def clean(self) -> None:
        """Put the texts in composed letters; refuse an end before the beginning."""
        super().clean()
        self.title = clean(self.title)
        self.code = clean(self.code)
        self.aim = clean_lines(self.aim)
        if self.starts_on:
            validate_not_before("due_on", self.due_on, self.starts_on)
