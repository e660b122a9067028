"""What happens by itself: names and addresses of participants go in their time."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import scheduled
from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.events.actions import forget_registration
from lienhiep.events.models import Registration
from lienhiep.events.reference_codes import REGISTRATION_DAYS

logger = logging.getLogger(__name__)

AT_ONCE = 200
"""Registrations emptied in one night; the rest follows the night after."""


@scheduled(
    "events.forget_registrations",
    label=_("Take out names and addresses of past participants"),
    daily_at="02:20",
)
def forget_registrations() -> int:
    """Empty registrations of events that are over for as many days as the office has set.

    Without a number set nothing goes: then the office has not decided yet.
    """
    days = value_on(REGISTRATION_DAYS, today(), default=None)
    if days is None:
        return 0
    over = Registration.objects.held_before(today() - timedelta(days=days)).order_by("pk")
    rows = list(over[:AT_ONCE])
    for registration in rows:
        forget_registration(registration=registration, by=None)
    if rows:
        logger.info("%d registrations were emptied.", len(rows))
    return len(rows)
