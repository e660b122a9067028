"""Reading by mail what is new: asked for, confirmed, changed, ended."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.digest import digest_parts
from lienhiep.core.history import verb
from lienhiep.core.jobs import start_job
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_reason
from lienhiep.portal.choices import SubscriptionState
from lienhiep.portal.models import Subscription

BETWEEN_MAILS = timedelta(minutes=10)
"""Time in which one address gets no second mail, however often somebody types it."""


def ask_subscription(*, email: str, rhythm: str, chosen: Iterable[str] = ()) -> None:
    """Ask for the digest at an address (đăng ký nhận bản tin); its owner confirms by mail.

    It says nothing of whether the address is known already: who types it need not own it.
    An address that has the digest keeps it as it is, and is mailed the way to change it.
    """
    email = email.strip().lower()
    chosen = _checked(chosen)
    now = timezone.now()
    found = Subscription.objects.filter(email=email).first()
    if found is not None and found.asked_at > now - BETWEEN_MAILS:
        return
    with verb("portal.ask_subscription", by=None) as act:
        row = found or Subscription(email=email)
        if row.state != SubscriptionState.CONFIRMED:
            row.rhythm, row.chosen = rhythm, chosen
            row.state = SubscriptionState.ASKED
            row.ended_at = None
            row.key = secrets.token_urlsafe(24)
            row.failures = 0
        row.asked_at = now
        row.clean_fields()
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            return  # asked for twice at one moment; the other one mails
        act.about(row)
    start_job("portal.mail_subscription", by=None, subscription_id=row.pk)


def confirm_subscription(*, subscription: Subscription) -> None:
    """Begin the digest for an address whose owner has confirmed it; it tells of what comes now."""
    with verb("portal.confirm_subscription", by=None, about=subscription):
        lock(subscription)
        if subscription.state == SubscriptionState.CONFIRMED:
            return
        subscription.state = SubscriptionState.CONFIRMED
        subscription.confirmed_at = subscription.last_moment = timezone.now()
        subscription.ended_at = None
        subscription.save()


def change_subscription(
    *, subscription: Subscription, rhythm: str, chosen: Iterable[str] = ()
) -> None:
    """Change how often the digest comes, and what it tells of."""
    chosen = _checked(chosen)
    with verb("portal.change_subscription", by=None, about=subscription):
        lock(subscription)
        if subscription.state != SubscriptionState.CONFIRMED:
            raise ValidationError(_("This subscription has ended."))
        subscription.rhythm, subscription.chosen = rhythm, chosen
        subscription.clean_fields()
        subscription.save()


def end_subscription(*, subscription: Subscription, reason: str = "", by: Any = None) -> None:
    """Send an address nothing any more (thôi nhận bản tin); the address is forgotten in a month.

    Its owner needs no reason; the office gives one.
    """
    if isinstance(by, User):
        validate_reason("reason", reason)
    with verb("portal.end_subscription", by=by, about=subscription, reason=reason):
        lock(subscription)
        if subscription.state != SubscriptionState.ENDED:
            subscription.state = SubscriptionState.ENDED
            subscription.ended_at = timezone.now()
            subscription.save()


def _checked(chosen: Iterable[str]) -> list[str]:
    """Return the parts that exist; all of them chosen is the same as none."""
    known = [part.code for part in digest_parts()]
    wanted = [code for code in known if code in set(chosen)]
    return [] if len(wanted) == len(known) else wanted
