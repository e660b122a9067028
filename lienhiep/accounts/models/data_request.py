"""Somebody asks for a right over their own data."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import DataRight, RequestState
from lienhiep.accounts.querysets import DataRequestQuerySet
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import user_key


class DataRequest(Guarded):
    """A request about personal data, with the day by which the law wants it answered."""

    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("account"),
        on_delete=models.PROTECT,
        related_name="data_requests",
    )
    right = models.CharField(_("request"), max_length=20, choices=DataRight.choices)
    words = models.TextField(
        _("in your own words"),
        blank=True,
        max_length=2000,
        help_text=_("For example which data, and why."),
    )
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("to be answered by"))
    state = models.CharField(
        _("state"), max_length=20, choices=RequestState.choices, default=RequestState.OPEN
    )
    answer = models.TextField(_("answer"), blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_right_display()}: {self.user}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.state == RequestState.OPEN

    @property
    def is_late(self) -> bool:
        """Whether the day has passed without an answer."""
        return self.is_open and self.due_on < today()

    def reader_keys(self) -> set[str]:
        """Let people follow their own requests."""
        return {user_key(self.user_id)}
