"""A run that brings a whole site over, what it says of each row, and what became of each."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin import display
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.imports.choices import LineKind, SiteImportState


class SiteImport(Guarded):
    """One run of the import of a former site (lượt chuyển dữ liệu từ trang cũ).

    What it made stands in the history once for each batch, on this record.
    """

    history_ignored = frozenset({"state", "ended_at", "counts", "seconds"})

    code = models.CharField(_("former site"), max_length=40)
    source = models.CharField(_("read from"), max_length=300)
    is_trial = models.BooleanField(_("only tried out"), default=False)
    state = models.CharField(
        _("state of the run"),
        max_length=10,
        choices=SiteImportState.choices,
        default=SiteImportState.RUNNING,
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    seconds = models.PositiveIntegerField(_("seconds taken"), default=0)
    counts = models.JSONField(default=dict)
    """By kind of thing: how many were there, brought over, there already, left out."""

    class Meta:
        verbose_name = _("import of a former site")
        verbose_name_plural = _("imports of a former site")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        moment = timezone.localtime(self.started_at)
        return f"{self.code}, {moment:%d/%m/%Y %H:%M}"

    @property
    @display(description=_("State of the run"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.get_state_display())


class SiteImportLine(models.Model):
    """What a run says of one row of the former site; it keeps no history."""

    run = models.ForeignKey(SiteImport, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(_("what became of it"), max_length=10, choices=LineKind.choices)
    table = models.CharField(_("table"), max_length=120)
    old_id = models.CharField(_("number there"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=40)
    words = models.CharField(_("in words"), max_length=500)

    class Meta:
        verbose_name = _("line of the report")
        verbose_name_plural = _("lines of the report")
        ordering = ["pk"]
        indexes = [models.Index(fields=["run", "kind"])]

    def __str__(self) -> str:
        return f"{self.table} {self.old_id}: {self.words}"


class CarriedRecord(models.Model):
    """Which record here stands for a row of a former site; so no row is brought over twice.

    Written in the transaction that makes the record. What staff change later stays.
    """

    site = models.CharField(max_length=40)
    kind = models.CharField(max_length=80)
    """The module and what the row is, such as "news:article"."""

    old_id = models.CharField(max_length=200)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, null=True)
    object_id = models.BigIntegerField(null=True)
    record: Any = GenericForeignKey()
    has_open_links = models.BooleanField(default=False, db_index=True)
    """Its text still leads to addresses of the former site that were not known yet."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "kind", "old_id"], name="imports_carriedrecord_once"
            )
        ]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.site} {self.kind} {self.old_id}"
