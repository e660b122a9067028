"""Figures as they stood when a report was signed."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.reports.models.report import Report


class KeptQuerySet(models.QuerySet):
    """Rows that are written once, when a report is signed."""

    def update(self, **values: Any) -> int:
        """Refuse: what was signed stays."""
        raise TypeError(f"{self.model.__name__} is kept as it was signed.")

    bulk_update = update
    delete = update


class Kept(models.Model):
    """A row that is written once, when a report is signed, and never changed or deleted."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save for the first time, and never again."""
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is kept as it was signed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: what was signed stays."""
        raise TypeError(f"{type(self).__name__} is kept as it was signed.")


class FrozenFigure(Kept):
    """A figure as it stood when the report was signed; never changed after."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="frozen_figures")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    label = models.CharField(max_length=300)
    unit = models.CharField(max_length=60, blank=True)
    section = models.CharField(max_length=100, blank=True)
    counting_date = models.CharField(max_length=200)
    version = models.PositiveSmallIntegerField()
    readers = models.JSONField(default=list)
    """The keys that could see the value; asked where the figure has left the catalogue."""

    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    plan = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    parts = models.JSONField(default=list)
    stated = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    stated_reason = models.CharField(max_length=500, blank=True)
    stated_source = models.CharField(max_length=300, blank=True)
    records = models.PositiveIntegerField()
    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, related_name="+"
    )
    last_id = models.BigIntegerField(default=0)
    """The highest id of this kind of record when the report was signed; higher ones are newer."""

    last_cause_ids = models.JSONField(default=dict)
    """The same of each kind of record through which these count: {"journal.issue": 12}."""

    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("frozen figure")
        verbose_name_plural = _("frozen figures")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["report", "code"], name="reports_frozenfigure_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.value}"


class FrozenRecord(Kept):
    """What one record added to a frozen figure: its id, amount, group and causes; no names."""

    figure = models.ForeignKey(
        FrozenFigure, on_delete=models.PROTECT, related_name="frozen_records"
    )
    object_id = models.BigIntegerField()
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    group = models.CharField(max_length=100, blank=True)
    causes = models.JSONField(default=dict)
    """The ids of the records through which it counted: {"journal.issue": [5]}."""

    class Meta:
        verbose_name = _("frozen record")
        verbose_name_plural = _("frozen records")
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "object_id"], name="reports_frozenrecord_once"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.object_id}: {self.amount}"


class FrozenTaskList(Kept):
    """The key tasks of a plan as a signed report lists them; what is done later stays out."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="frozen_task_lists")
    year = models.PositiveSmallIntegerField()
    tasks = models.JSONField(default=list)
    """The lines of the assignment table, as text."""

    class Meta:
        verbose_name = _("frozen list of tasks")
        verbose_name_plural = _("frozen lists of tasks")
        constraints = [
            models.UniqueConstraint(fields=["report", "year"], name="reports_frozentasklist_once")
        ]

    def __str__(self) -> str:
        return f"{self.year}: {len(self.tasks)}"


def amount_of(value: Any) -> int | float | None:
    """Return a stored amount as it is shown: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
