"""Which bodies perform a task: one leads, others work along (chủ trì, phối hợp)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from lienhiep.advisory.choices import PerformerRole
from lienhiep.advisory.models.science import ScienceTask
from lienhiep.advisory.models.task import AdvisoryTask
from lienhiep.core.history import Recorded


class Performer(Recorded):
    """A body and its part in the work."""

    sort_order_field = "position"

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("performing body"),
        on_delete=models.PROTECT,
        related_name="%(class)s_rows",
    )
    role = models.CharField(
        _("part in the work"),
        max_length=20,
        choices=PerformerRole.choices,
        default=PerformerRole.LEAD,
    )
    position = models.PositiveSmallIntegerField(
        _("place among the performers"), default=0, editable=False
    )

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_owner(self) -> Recorded:
        """Stand in the history of the task."""
        return self.task

    def after_recorded(self) -> None:
        """Let the body read the task, and readers find it by the name."""
        super().after_recorded()
        self.task.after_recorded()

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Performer]) -> None:
        """Do so once for each task, however many perform it."""
        for task in {row.task_id: row.task for row in rows}.values():
            task.after_recorded()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the body, which reads the task no longer by its part in it."""
        task = self.task
        result = super().delete(*args, **kwargs)
        task.after_recorded()
        return result


class TaskPerformer(Performer):
    """A body that performs an advisory task."""

    task = ParentalKey(
        AdvisoryTask,
        verbose_name=_("advisory task"),
        on_delete=models.CASCADE,
        related_name="performers",
    )

    class Meta(Performer.Meta):
        verbose_name = _("performer of an advisory task")
        verbose_name_plural = _("performers of an advisory task")
        constraints = [
            models.UniqueConstraint(
                fields=["task", "organisation"], name="advisory_taskperformer_once"
            ),
            models.UniqueConstraint(
                fields=["task"],
                condition=Q(role=PerformerRole.LEAD),
                name="advisory_taskperformer_one_lead",
            ),
        ]


class ScienceTaskPerformer(Performer):
    """A body that performs a science task."""

    task = ParentalKey(
        ScienceTask,
        verbose_name=_("science task"),
        on_delete=models.CASCADE,
        related_name="performers",
    )

    class Meta(Performer.Meta):
        verbose_name = _("performer of a science task")
        verbose_name_plural = _("performers of a science task")
        constraints = [
            models.UniqueConstraint(
                fields=["task", "organisation"], name="advisory_scienceperformer_once"
            ),
            models.UniqueConstraint(
                fields=["task"],
                condition=Q(role=PerformerRole.LEAD),
                name="advisory_scienceperformer_one_lead",
            ),
        ]
