"""What people do at their desk: read notices, say how they want to be written to."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from lienhiep.core.history import verb
from lienhiep.core.models import Notice
from lienhiep.core.notices import mark_read
from lienhiep.desk.choices import MailDays, MailWaiting
from lienhiep.desk.models import MailChoice


def set_mail(
    *,
    user: Any,
    by: Any,
    days: str,
    waiting: str = MailWaiting.ALL,
    notices: bool = True,
    urgent_at_once: bool = False,
) -> MailChoice:
    """Record how an account wants to be written to, with what it was before in the history."""
    with verb("desk.set_mail", by=by) as act:
        choice = _held(user)
        choice.days, choice.waiting = days, waiting
        choice.notices, choice.urgent_at_once = notices, urgent_at_once
        choice.full_clean()
        choice.save()
        act.about(choice)
    return choice


def stop_mail(*, user: Any, by: Any) -> MailChoice:
    """Write to an account no more, neither in the morning nor at once; its notices stay.

    Called for whoever holds the link of a mail, signed in or not; done twice it changes nothing.
    """
    with verb("desk.stop_mail", by=by) as act:
        choice = _held(user)
        choice.days, choice.urgent_at_once = MailDays.NEVER, False
        choice.save()
        act.about(choice)
    return choice


def read_notice(*, notice: Notice) -> None:
    """Note that a notice was opened; not part of the history, which tells of records."""
    mark_read(Notice.objects.filter(pk=notice.pk))


def read_all_notices(*, user: Any) -> int:
    """Note that all notices of an account were read, and return how many were new."""
    return mark_read(Notice.objects.filter(user=user))


def _held(user: Any) -> MailChoice:
    """Return the choice of an account, held so that two windows do not write it twice."""
    with transaction.atomic():
        get_user_model().objects.select_for_update().get(pk=user.pk)
        return MailChoice.of(user)
