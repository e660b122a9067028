"""Those who want to read by mail what is new on the site."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.portal.choices import DigestRhythm, SubscriptionState
from lienhiep.portal.querysets import SubscriptionQuerySet


def _new_key() -> str:
    return secrets.token_urlsafe(24)


class Subscription(Guarded):
    """An address to which a digest goes (đăng ký nhận bản tin), once its owner has confirmed it.

    `chosen` are codes of the parts of the digest, as rooms offer them (`core.digest`); empty
    means all. The key in each mail changes and ends the subscription without signing in.
    """

    history_ignored = frozenset({"email", "key", "last_sent_at", "last_moment", "failures"})

    email = models.EmailField(_("e-mail address"), unique=True)
    rhythm = models.CharField(
        _("how often"), max_length=10, choices=DigestRhythm.choices, default=DigestRhythm.WEEKLY
    )
    chosen = models.JSONField(_("what it tells of"), default=list, blank=True)
    state = models.CharField(
        _("state of the subscription"),
        max_length=12,
        choices=SubscriptionState.choices,
        default=SubscriptionState.ASKED,
        editable=False,
    )
    asked_at = models.DateTimeField(_("asked for at"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, editable=False)
    ended_at = models.DateTimeField(_("subscription ended at"), null=True, editable=False)
    key = models.CharField(max_length=64, unique=True, default=_new_key, editable=False)
    last_moment = models.DateTimeField(null=True, editable=False)
    """What was published up to this moment has been told."""

    last_sent_at = models.DateTimeField(_("last sent at"), null=True, editable=False)
    failures = models.PositiveSmallIntegerField(_("failed sendings in a row"), default=0)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=SubscriptionState.CONFIRMED) | Q(confirmed_at__isnull=False),
                name="portal_subscription_confirmed_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        # Its name stands in the history for ever; the address does not.
        return str(_("Subscription no. %(number)s") % {"number": self.pk or "…"})
