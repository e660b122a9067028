"""What the desk does by itself: its mails go out, and old notices are forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lienhiep.core.jobs import Step, job, scheduled, start_job
from lienhiep.core.notices import forget_old_notices
from lienhiep.core.period import today
from lienhiep.desk.mailing import (
    SATURDAY,
    forget_old_mails,
    note_digests,
    note_urgent,
    send_due,
    waiting_mails,
    wanting_mail_on,
)
from lienhiep.desk.reference_codes import days_kept

AT_ONCE = 20
"""How many accounts are asked about in one batch."""

MAILS_KEPT = 30
"""Days that it is known when a mail left; its words are not kept at all."""


@scheduled(
    "desk.send_digests", label=gettext_lazy("Mail what waits, each morning"), daily_at="06:30"
)
def send_digests() -> None:
    """Start the morning's mail on working days."""
    if today().weekday() < SATURDAY:
        start_job("desk.send_digests", by=None, day=today().isoformat())


@job("desk.send_digests", title=gettext_lazy("Mail what waits"))
def send_digests_in_batches(cursor: int | None, day: str) -> Iterator[Step]:
    """Write to every account that wants it today and for which there is something to say.

    Nobody is written to twice: a mail is noted before it leaves, one for each day.
    """
    on = date.fromisoformat(day)
    accounts = wanting_mail_on(on)
    total, done, last = accounts.count(), 0, cursor or 0
    while batch := list(accounts.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        noted = note_digests(batch, on)
        # After the batch is noted, and outside its transaction: mail takes its time.
        transaction.on_commit(lambda noted=noted: send_due(among=noted))
        last, done = batch[-1].pk, done + len(batch)
        yield Step(done=done, total=total, cursor=last, message=_how_many_wait())


@scheduled(
    "desk.send_waiting_mail",
    label=gettext_lazy("Send urgent notices, and mails that could not leave"),
    every_minutes=5,
)
def send_waiting_mail() -> None:
    """Send what is urgent, and try again what a mail server would not take.

    While one takes nothing the schedule shows it, with how many mails wait.
    """
    note_urgent(today())
    outcome = send_due()
    if waiting_mails().exists():
        said = outcome.error or waiting_mails().values_list("error", flat=True).first()
        raise ValidationError(
            _("The mail server takes no mail (%(said)s). %(how_many)s")
            % {"said": said, "how_many": _how_many_wait()}
        )


@scheduled("desk.forget_notices", label=gettext_lazy("Delete old notices"), daily_at="02:20")
def forget_notices() -> None:
    """Delete notices whose time is over, and the notes of mails long sent."""
    forget_old_notices(days=days_kept())
    forget_old_mails(days=MAILS_KEPT)


def _how_many_wait() -> str:
    number = waiting_mails().count()
    if not number:
        return ""
    return ngettext(
        "%(n)s mail waits and is tried again by itself; nothing is lost.",
        "%(n)s mails wait and are tried again by themselves; nothing is lost.",
        number,
    ) % {"n": number}
