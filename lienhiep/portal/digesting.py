"""The digest: who is due, what it tells, and how it leaves."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from lienhiep.core.digest import DigestLine, Window, digest_parts
from lienhiep.core.models import union_identity
from lienhiep.core.period import local_day
from lienhiep.portal.choices import DigestRhythm, SubscriptionState
from lienhiep.portal.models import Subscription

logger = logging.getLogger(__name__)

MOST_LINES = 20
"""Lines of one part; the rest is found on the site."""

MOST_FAILURES = 10
"""Sendings that fail in a row before an address is given up."""

MONDAY = 0


@dataclass(frozen=True)
class Told:
    """A part of a digest with its lines."""

    label: str
    lines: tuple[DigestLine, ...]
    has_more: bool


class Digests:
    """The digests of one morning; a part is asked for once for all who read of the same time."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        self._asked: dict[tuple[str, datetime], Told | None] = {}

    def told_to(self, subscription: Subscription) -> list[Told]:
        """Return the parts that have something new for somebody."""
        since = subscription.last_moment or self.until - timedelta(days=7)
        wanted = [
            part
            for part in digest_parts()
            if not subscription.chosen or part.code in subscription.chosen
        ]
        found = []
        for part in wanted:
            key = (part.code, since)
            if key not in self._asked:
                lines = list(part.lines(Window(since, self.until), MOST_LINES + 1))
                self._asked[key] = (
                    Told(str(part.label), tuple(lines[:MOST_LINES]), len(lines) > MOST_LINES)
                    if lines
                    else None
                )
            if told := self._asked[key]:
                found.append(told)
        return found

    def message_to(self, subscription: Subscription) -> EmailMultiAlternatives | None:
        """Return the mail; None where nothing is new."""
        with override("vi"):
            told = self.told_to(subscription)
            if not told:
                return None
            union = union_identity()
            name = union.name if union else ""
            context = {
                "told": [
                    (part, [(line, absolute(line.url)) for line in part.lines]) for part in told
                ],
                "union": name,
                "manage": address_of(subscription),
                "site": absolute("/"),
            }
            subject = _("New on the site of %(union)s, %(day)s") % {
                "union": (union.short_name or name) if union else "",
                "day": local_day(self.until).strftime("%d/%m/%Y"),
            }
            message = EmailMultiAlternatives(
                " ".join(subject.split()),
                render_to_string("portal/mail/digest.txt", context),
                to=[subscription.email],
                headers=leaving_headers(subscription),
            )
            message.attach_alternative(
                render_to_string("portal/mail/digest.html", context), "text/html"
            )
            return message


def due(moment: datetime) -> QuerySet[Subscription]:
    """Return the subscriptions to which a digest goes in the morning of a moment.

    A weekly one goes on Mondays, and on the first day after one that was missed.
    """
    day_begins = timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)
    week_begins = day_begins - timedelta(days=day_begins.weekday() - MONDAY)
    return Subscription.objects.confirmed().filter(
        Q(rhythm=DigestRhythm.DAILY, last_moment__lt=day_begins)
        | Q(rhythm=DigestRhythm.WEEKLY, last_moment__lt=week_begins)
    )


def send(subscription: Subscription, digests: Digests, connection: Any) -> bool:
    """Send one digest; what a server would not take is told of in the next one.

    The moment moves on before the mail leaves, so that nobody is written to twice when the
    worker is stopped in between.
    """
    before = subscription.last_moment
    plain: QuerySet[Subscription] = QuerySet(Subscription)
    claimed = plain.filter(
        pk=subscription.pk, state=SubscriptionState.CONFIRMED, last_moment=before
    )
    message = digests.message_to(subscription)
    if not claimed.update(last_moment=digests.until) or message is None:
        return False
    message.connection = connection
    row = plain.filter(pk=subscription.pk)
    try:
        message.send()
    except OSError as failure:
        logger.warning("A digest could not be sent: %s", type(failure).__name__)
        row.update(last_moment=before, failures=F("failures") + 1)
        return False
    row.update(last_sent_at=timezone.now(), failures=0)
    return True


def given_up() -> QuerySet[Subscription]:
    """Return the subscriptions whose address takes no mail any more."""
    return Subscription.objects.confirmed().filter(failures__gte=MOST_FAILURES)


def absolute(path: str) -> str:
    """Return the whole address of a page."""
    return urljoin(f"{settings.SITE_URL}/", path)


def address_of(subscription: Subscription, name: str = "portal:subscription") -> str:
    """Return the address by which whoever holds the mail changes or ends the subscription."""
    return absolute(reverse(name, args=[subscription.key]))


def leaving_headers(subscription: Subscription) -> dict[str, str]:
    """Return the heads by which a mail program offers to end it (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{address_of(subscription, 'portal:unsubscribe')}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
