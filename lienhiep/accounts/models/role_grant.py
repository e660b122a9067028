"""A role held from a day, perhaps to a day."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.accounts.querysets import RoleGrantQuerySet
from lienhiep.core.history import Recorded
from lienhiep.core.period import today


class RoleGrant(Recorded):
    """A role that somebody holds; both days belong to it. It stands in the account's history."""

    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="role_grants",
    )
    role = models.CharField(_("role"), max_length=40, choices=Role.choices)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    granted_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("granted by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reason = models.CharField(
        _("reason"),
        max_length=300,
        blank=True,
        help_text=_("For example the number of the decision."),
    )

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role held")
        verbose_name_plural = _("roles held")
        ordering = ["-since", "role"]
        indexes = [models.Index(fields=["role", "since", "until"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="accounts_rolegrant_days_in_order",
                violation_error_message=_("The last day cannot be before the first."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_role_display())

    def history_owner(self) -> Recorded:
        """Let roles stand in the history of the account."""
        return self.user

    def is_held_on(self, day: date) -> bool:
        """Return whether the role is held on a day."""
        return self.since <= day and (self.until is None or self.until >= day)

    @property
    def is_held_today(self) -> bool:
        """Whether the role is held today."""
        return self.is_held_on(today())
