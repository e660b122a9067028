"""A run of retention: what was let go because its time was over."""

from __future__ import annotations

from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded, GuardedQuerySet
from lienhiep.core.retention import rule_named
from lienhiep.core.text import format_date
from lienhiep.privacy.choices import RunState


class RetentionRun(Guarded):
    """Somebody let records go whose time was over: which rule, how many, why."""

    rule = models.CharField(_("rule of retention"), max_length=80)
    on = models.DateField(_("due by"))
    expected = models.PositiveIntegerField(_("records due"))
    gone = models.PositiveIntegerField(_("records gone"), default=0)
    reason = models.TextField(_("reason of the run"), max_length=1000)
    started_at = models.DateTimeField(_("run started at"), default=timezone.now)
    finished_at = models.DateTimeField(_("run finished at"), null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("run started by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = GuardedQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of retention")
        verbose_name_plural = _("runs of retention")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.rule_label}, {format_date(timezone.localtime(self.started_at).date())}"

    @property
    @display(description=_("What was let go"))
    def rule_label(self) -> str:
        """The rule in words; its code where no room knows it any more."""
        rule = rule_named(self.rule)
        return str(rule.label) if rule else self.rule

    @property
    @display(description=_("State of the run"))
    def state(self) -> RunState:
        """Whether the run is over."""
        return RunState.DONE if self.finished_at else RunState.RUNNING
