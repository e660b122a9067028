"""The morning's mail goes out by itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import Step, job, scheduled, start_job
from lienhiep.core.period import today
from lienhiep.desk.digest import digest_for

logger = logging.getLogger(__name__)

AT_ONCE = 20
"""How many accounts are asked about in one batch."""

SATURDAY = 5


@scheduled("desk.send_digests", label=_("Mail what waits, each morning"), daily_at="06:30")
def send_digests() -> None:
    """Start the morning's mail on working days."""
    if today().weekday() < SATURDAY:
        start_job("desk.send_digests", by=None, day=today().isoformat())


@job("desk.send_digests", title=_("Mail what waits"))
def send_digests_in_batches(cursor: int | None, day: str) -> Iterator[Step]:
    """Write to every open account for which something waits; nobody is written to twice."""
    accounts = open_accounts()
    total, done, last = accounts.count(), 0, cursor or 0
    while batch := list(accounts.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        for account in batch:
            mail = digest_for(account, date.fromisoformat(day))
            if mail is not None:
                # After the batch is noted, and outside its transaction: mail takes its time.
                transaction.on_commit(lambda mail=mail: send(mail))
        last, done = batch[-1].pk, done + len(batch)
        yield Step(done=done, total=total, cursor=last)


def open_accounts() -> models.QuerySet[Any]:
    """Return the accounts that can be written to."""
    return get_user_model().objects.filter(is_active=True).exclude(email=None).exclude(email="")


def send(mail: EmailMessage) -> None:
    """Send one mail; that one cannot be sent keeps nobody else from theirs."""
    try:
        mail.send()
    except OSError:
        logger.exception("The digest for %s could not be sent.", ", ".join(mail.to))
