"""The key tasks of a plan of work (nhiệm vụ trọng tâm)."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.accounts.choices import Role
from lienhiep.core.guarding import Guarded
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.period import today
from lienhiep.core.principals import organisation_key
from lienhiep.core.text import format_date
from lienhiep.reports.choices import Area, PlanState, TaskState
from lienhiep.reports.models.plan import WorkPlan
from lienhiep.reports.querysets import KeyTaskQuerySet
from lienhiep.reports.validators import validate_link


class KeyTask(Guarded):
    """One line of the assignment table: what is to be done, by whom, until when, with what."""

    plan = models.ForeignKey(
        WorkPlan, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("plan of work")
    )
    number = models.PositiveSmallIntegerField(
        pgettext_lazy("key task", "number in the plan"),
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Left empty, the task comes last."),
    )
    area = models.CharField(_("area of work"), max_length=1, choices=Area.choices, blank=True)
    title = models.CharField(_("what is to be done"), max_length=500)
    lead_role = models.CharField(
        _("lies with (in the office)"),
        max_length=30,
        choices=Role.choices,
        blank=True,
        help_text=_("The role on whose list of waiting things the task stands."),
    )
    lead_organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("led by (organisation)"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    lead_text = models.CharField(
        _("led by (in words)"),
        max_length=200,
        blank=True,
        help_text=_("As the assignment table prints it, such as “Thường trực Liên hiệp hội”."),
    )
    coordinating = models.CharField(_("in co-operation with"), max_length=500, blank=True)
    due_on = models.DateField(_("to be completed by"), null=True, blank=True)
    timing = models.CharField(
        _("time in words"),
        max_length=120,
        blank=True,
        help_text=_("Printed in place of the day, such as “Quý II” or “Cả năm”."),
    )
    product = models.CharField(pgettext_lazy("key task", "product"), max_length=300, blank=True)
    cost = MoneyField(pgettext_lazy("key task", "cost"), null=True, blank=True)
    funding = models.CharField(_("source of the money"), max_length=200, blank=True)

    done_on = models.DateField(pgettext_lazy("key task", "completed on"), null=True, blank=True)
    result = models.TextField(_("what came of it"), blank=True)
    evidence = models.CharField(
        pgettext_lazy("key task", "evidence"),
        max_length=500,
        blank=True,
        validators=[validate_link],
        help_text=_("The address of a page or a file that shows it."),
    )
    dropped_on = models.DateField(pgettext_lazy("key task", "dropped on"), null=True, blank=True)
    drop_reason = models.TextField(_("reason for dropping it"), blank=True)

    source_type = models.ForeignKey(
        ContentType,
        verbose_name=_("kind of record from which it stems"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    source_id = models.BigIntegerField(
        _("record from which it stems"), null=True, blank=True, editable=False
    )

    objects = KeyTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("key task")
        verbose_name_plural = _("key tasks")
        ordering = ["-plan__year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"],
                name="reports_keytask_number_once",
                violation_error_message=_("Another task of the plan has this number."),
            ),
            models.UniqueConstraint(
                fields=["plan", "source_type", "source_id"],
                condition=Q(source_id__isnull=False),
                name="reports_keytask_source_once",
                violation_error_message=_("This record is in the plan already."),
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="reports_keytask_number"),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(dropped_on=None),
                name="reports_keytask_done_or_dropped",
            ),
            models.CheckConstraint(
                condition=Q(dropped_on=None) | ~Q(drop_reason=""),
                name="reports_keytask_dropped_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(source_type=None, source_id=None)
                | Q(source_type__isnull=False, source_id__isnull=False),
                name="reports_keytask_source_whole",
            ),
        ]
        indexes = [models.Index(fields=["due_on"]), models.Index(fields=["done_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> TaskState:
        """Where the task stands; it follows from its dates."""
        if self.dropped_on is not None:
            return TaskState.DROPPED
        if self.done_on is not None:
            return TaskState.DONE
        if self.plan.approved_on is None:
            return TaskState.PLANNED
        return TaskState.LATE if self.due_on and self.due_on < today() else TaskState.OPEN

    @property
    def lead(self) -> str:
        """Who leads, as the assignment table prints it."""
        if self.lead_text:
            return self.lead_text
        if self.lead_organisation is not None:
            return str(self.lead_organisation)
        return str(Role(self.lead_role).label) if self.lead_role else ""

    @property
    def time(self) -> str:
        """Until when, as the assignment table prints it."""
        return self.timing or (format_date(self.due_on) if self.due_on else "")

    @property
    def stems_from(self) -> models.Model | None:
        """The record from which the task was taken over, if it stands yet; ask who may see it."""
        model = self.source_type.model_class() if self.source_type else None
        return model._base_manager.filter(pk=self.source_id).first() if model else None

    def reader_keys(self) -> set[str]:
        """Those who act for the leading organisation read a task once the plan is approved."""
        if self.lead_organisation_id is None or self.plan.approved_on is None:
            return set()
        return {organisation_key(self.lead_organisation_id)}

    def clean(self) -> None:
        """Refuse a new task in the plan of a year that is over."""
        super().clean()
        if self._state.adding and self.plan_id and self.plan.state == PlanState.OVER:
            raise ValidationError({"plan": _("The year of this plan is over.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a task without a number comes last."""
        if self.number is None:
            last = KeyTask.objects.filter(plan=self.plan_id).aggregate(last=Max("number"))["last"]
            self.number = (last or 0) + 1
        super().save(*args, **kwargs)
