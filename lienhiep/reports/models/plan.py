"""The plan of work of a year (kế hoạch công tác năm) and its targets (chỉ tiêu)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.figures import figure_named
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, Period, today
from lienhiep.core.text import format_number
from lienhiep.reports.choices import PlanState
from lienhiep.reports.querysets import WorkPlanQuerySet
from lienhiep.reports.validators import validate_figure_code


class WorkPlan(Guarded, ClusterableModel):
    """What the Union sets out to do in a year: its targets and its key tasks."""

    year = models.PositiveSmallIntegerField(
        _("year of the plan of work"),
        unique=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        error_messages={"unique": _("This year has a plan of work already.")},
    )
    title = models.CharField(
        _("title of the plan"),
        max_length=300,
        blank=True,
        help_text=_("Left empty, it is called “Plan of work of” its year."),
    )
    basis = models.TextField(
        _("basis"), blank=True, help_text=_("Resolutions and decisions on which the plan rests.")
    )
    aims = models.TextField(_("aims and demands"), blank=True)
    execution = models.TextField(_("how it is carried out"), blank=True)
    approved_on = models.DateField(_("plan of work approved on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("document that approves the plan"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = WorkPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan of work")
        verbose_name_plural = _("plans of work")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="reports_workplan_year",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | Q(approved_on__isnull=False),
                name="reports_workplan_decision_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title or gettext("Plan of work of %(year)s") % {"year": self.year}

    @property
    def state(self) -> PlanState:
        """Where the plan stands; it follows from the approval and the calendar."""
        if self.approved_on is None:
            return PlanState.DRAWN_UP
        this_year = today().year
        if self.year > this_year:
            return PlanState.APPROVED
        return PlanState.RUNNING if self.year == this_year else PlanState.OVER

    @property
    def period(self) -> Period:
        """The year that the plan is for."""
        return Period.year(self.year)

    def after_recorded(self) -> None:
        """Let the keys of the tasks follow the approval: only then do those who lead read them."""
        super().after_recorded()
        from lienhiep.reports.models.task import KeyTask  # a task is made of its plan

        KeyTask.after_all_recorded(list(KeyTask.objects.filter(plan=self).select_related("plan")))


class Target(Recorded):
    """A figure of the catalogue and the value that the plan sets for it."""

    plan = ParentalKey(
        WorkPlan, on_delete=models.CASCADE, related_name="targets", verbose_name=_("plan of work")
    )
    code = models.CharField(
        _("figure of the catalogue"),
        max_length=20,
        validators=[validate_figure_code],
        help_text=_("Its code, such as C01."),
    )
    value = models.DecimalField(
        _("planned value"),
        max_digits=20,
        decimal_places=2,
        validators=[MinValueValidator(0)],
    )
    note = models.CharField(_("note on the target"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("target of the plan")
        verbose_name_plural = _("targets of the plan")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "code"],
                name="reports_target_once",
                violation_error_message=_("The plan has a target for this figure already."),
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="reports_target_value"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {format_number(self.value)}"

    def history_owner(self) -> Recorded:
        """Stand in the history of the plan."""
        return self.plan

    def clean(self) -> None:
        """Write the code as the catalogue does, and refuse a change of an approved plan."""
        super().clean()
        figure = figure_named(self.code)
        if figure is not None:
            self.code = figure.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless the plan is approved: what was decided is changed by deciding anew."""
        self._refuse_if_approved()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, unless the plan is approved."""
        self._refuse_if_approved()
        return super().delete(*args, **kwargs)

    def _refuse_if_approved(self) -> None:
        """Ask the database, not the plan loaded: it may have been approved since."""
        if WorkPlan.objects.approved().filter(pk=self.plan_id).exists():
            raise ValidationError(
                _("The plan is approved; take the approval back before changing its targets.")
            )
