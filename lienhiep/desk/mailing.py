"""Mails of the desk on their way: each noted before it leaves, and tried until it has left."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import get_connection
from django.db import models
from django.db.models import F
from django.utils import timezone

from lienhiep.core.mail_server import OF_ONE_ADDRESS, said_by
from lienhiep.core.models import Notice
from lienhiep.desk.choices import MailDays, MailKind, MailState
from lienhiep.desk.digest import Letter, digest_for, urgent_for
from lienhiep.desk.models import DueMail, MailChoice

logger = logging.getLogger(__name__)

PAUSES = (10, 20, 40, 60)
"""Minutes before a mail is tried again, the last of them from then on."""

CLAIMED = timedelta(minutes=15)
"""A worker that has a mail in hand leaves it to others after so long; it has lost its place."""

MONDAY, SATURDAY = 0, 5


@dataclass
class Outcome:
    """How a round of sending went."""

    sent: int = 0
    failed: int = 0
    error: str = ""


def open_accounts() -> models.QuerySet[Any]:
    """Return the accounts that can be written to."""
    return get_user_model().objects.filter(is_active=True).exclude(email=None).exclude(email="")


def wanting_mail_on(day: date) -> models.QuerySet[Any]:
    """Return the accounts that want the morning's mail on a day; who never chose wants it."""
    if day.weekday() >= SATURDAY:
        return open_accounts().none()
    unwanted = [MailDays.NEVER] + ([] if day.weekday() == MONDAY else [MailDays.MONDAYS])
    without = MailChoice.objects.filter(days__in=unwanted).values("user")
    return open_accounts().exclude(pk__in=without)


def note_digests(users: Iterable[Any], day: date, *, now: datetime | None = None) -> list[int]:
    """Note that some accounts are to be written to on a day, and return the notes."""
    ids = [user.pk for user in users]
    DueMail.objects.bulk_create(
        [
            DueMail(user_id=pk, kind=MailKind.DIGEST, day=day, next_try_at=now or timezone.now())
            for pk in ids
        ],
        ignore_conflicts=True,
    )
    noted = DueMail.objects.filter(user__in=ids, kind=MailKind.DIGEST, day=day)
    return list(noted.filter(state=MailState.WAITING).values_list("pk", flat=True))


def note_urgent(day: date) -> None:
    """Note a mail for each account that wants urgent notices at once and has one."""
    wanting = MailChoice.objects.filter(urgent_at_once=True).values("user")
    under_way = DueMail.objects.filter(kind=MailKind.URGENT, state=MailState.WAITING)
    told = Notice.objects.unread().filter(is_urgent=True, mailed_at=None, user__in=wanting)
    ids = told.exclude(user__in=under_way.values("user")).order_by().values_list("user", flat=True)
    reachable = open_accounts().filter(pk__in=ids.distinct()).values_list("pk", flat=True)
    DueMail.objects.bulk_create(
        [DueMail(user_id=pk, kind=MailKind.URGENT, day=day) for pk in reachable]
    )


def send_due(*, now: datetime | None = None, among: Iterable[int] | None = None) -> Outcome:
    """Send the mails whose time has come; stop at a server that takes none.

    What could not be sent waits, with the reason, and is tried again later. A morning's mail
    of yesterday is given up: today's says the same, as things stand today.
    """
    moment = now or timezone.now()
    start_of_day = timezone.make_aware(datetime.combine(timezone.localdate(moment), time.min))
    old = DueMail.objects.filter(state=MailState.WAITING, kind=MailKind.DIGEST)
    old.filter(day__lt=start_of_day.date()).update(state=MailState.GIVEN_UP)
    rows = DueMail.objects.filter(state=MailState.WAITING, next_try_at__lte=moment)
    if among is not None:
        rows = rows.filter(pk__in=list(among))
    outcome = Outcome()
    # Opened by the first mail that leaves: most rounds have none.
    connection = get_connection()
    try:
        for mail in rows.select_related("user").order_by("pk"):
            if not _claim(mail, moment):
                continue
            if not _send(mail, connection, moment, outcome):
                break
    finally:
        connection.close()
    return outcome


def waiting_mails() -> models.QuerySet[DueMail]:
    """Return the mails that a server would not take yet."""
    return DueMail.objects.filter(state=MailState.WAITING).exclude(error="")


def forget_old_mails(*, days: int) -> None:
    """Delete the notes of mails that left, or were given up, long ago."""
    DueMail.objects.filter(day__lt=timezone.localdate() - timedelta(days=days)).delete()


def _claim(mail: DueMail, now: datetime) -> bool:
    """Take a mail in hand; False where another worker was quicker."""
    seen = DueMail.objects.filter(pk=mail.pk, state=MailState.WAITING, next_try_at=mail.next_try_at)
    return bool(seen.update(next_try_at=now + CLAIMED, attempts=F("attempts") + 1))


def _send(mail: DueMail, connection: Any, now: datetime, outcome: Outcome) -> bool:
    """Send one mail; return False where the server takes no other either."""
    letter = _letter(mail)
    if letter is None:
        DueMail.objects.filter(pk=mail.pk).update(state=MailState.NOTHING)
        return True
    letter.message.connection = connection
    try:
        connection.open()
        letter.message.send()
    except OSError as failure:
        _put_back(mail, failure, now)
        outcome.failed += 1
        outcome.error = said_by(failure)
        logger.warning("A mail of the desk could not be sent: %s", outcome.error)
        return isinstance(failure, OF_ONE_ADDRESS)
    DueMail.objects.filter(pk=mail.pk).update(
        state=MailState.SENT, sent_at=timezone.now(), error=""
    )
    Notice.objects.filter(pk__in=letter.notices).update(mailed_at=timezone.now())
    outcome.sent += 1
    return True


def _letter(mail: DueMail) -> Letter | None:
    user = mail.user
    if not user.is_active or not user.email:
        return None
    choice = MailChoice.of(user)
    if mail.kind == MailKind.URGENT:
        return urgent_for(user) if choice.urgent_at_once else None
    return digest_for(user, mail.day) if choice.days != MailDays.NEVER else None


def _put_back(mail: DueMail, failure: OSError, now: datetime) -> None:
    pause = PAUSES[min(mail.attempts, len(PAUSES) - 1)]
    DueMail.objects.filter(pk=mail.pk).update(
        next_try_at=now + timedelta(minutes=pause), error=said_by(failure)[:300]
    )
