"""What a merge moved, so that it can be undone."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.directory.querysets import MergeQuerySet


class MergeRecord(Guarded):
    """That one record was found to be another: which was kept, and every link that moved.

    `moved` lists [model, primary key, field] for each row that pointed to the record given
    up; `stayed` lists [model, number] of the snapshots that go on pointing to it; `added`
    lists [model, primary key] for rows made so that its name still finds it.
    Who merged and who parted stands in the history: accounts are a floor that knows this one.
    """

    kind = models.CharField(
        _("kind of record"),
        max_length=20,
        choices=[("person", _("person")), ("organisation", _("organisation"))],
        editable=False,
    )
    winner_id = models.BigIntegerField(_("record kept"), editable=False)
    loser_id = models.BigIntegerField(_("record given up"), editable=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True, editable=False)
    moved = models.JSONField(_("links moved"), default=list, editable=False)
    added = models.JSONField(_("rows added"), default=list, editable=False)
    stayed = models.JSONField(_("snapshots left in place"), default=list, editable=False)
    merged_at = models.DateTimeField(_("merged at"), default=timezone.now, editable=False)
    undone_at = models.DateTimeField(_("undone at"), null=True, editable=False)
    left = models.JSONField(_("links not put back"), default=list, editable=False)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at", "-pk"]
        indexes = [
            models.Index(fields=["kind", "winner_id"]),
            models.Index(fields=["kind", "loser_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.loser or f'#{self.loser_id}'} → {self.winner or f'#{self.winner_id}'}"

    @property
    def model(self) -> type[models.Model]:
        """The kind of record that was merged."""
        return apps.get_model("directory", self.kind)

    @property
    def winner(self) -> Any:
        """The record kept, None if it was deleted since."""
        return self.model._base_manager.filter(pk=self.winner_id).first()

    @property
    def loser(self) -> Any:
        """The record given up, None if it was deleted since."""
        return self.model._base_manager.filter(pk=self.loser_id).first()

    @property
    def is_undone(self) -> bool:
        """Whether the two stand apart again."""
        return self.undone_at is not None
