"""What the desk writes by mail: what waits and what happened, from the items of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from lienhiep.core.guarding import Guarded
from lienhiep.core.models import Notice, union_identity
from lienhiep.core.notices import Told, told_to
from lienhiep.core.waiting import Urgency, Waiting, waiting_for
from lienhiep.desk.choices import MailWaiting
from lienhiep.desk.models import MailChoice

SALT = "desk.stop_mail"

MOST_NOTICES = 30
"""Notices in one mail; the rest stands at the desk and in the next one."""

PRESSING = (Urgency.LATE, Urgency.TODAY)


@dataclass(frozen=True)
class Letter:
    """A mail ready to leave, and the notices that it tells of."""

    message: EmailMultiAlternatives
    notices: list[int]


def digest_for(user: Any, on: date) -> Letter | None:
    """Return the morning's mail for one account, in its language; None without anything to say.

    A record that the account may not see is left out, whatever a room says of it: what is
    sent by mail cannot be taken back.
    """
    choice = MailChoice.of(user)
    with override(user.language):
        waiting = _waiting(user, on, choice)
        unmailed = _unmailed(user) if choice.notices else []
        # What was told of a thing that waits is said by the thing that waits.
        named = [item.record for item in waiting if item.record is not None]
        told = [one for one in unmailed if one.notice.record not in named]
        if not waiting and not told:
            return None
        if waiting:
            subject = ngettext(
                "%(n)s thing waits for you", "%(n)s things wait for you", len(waiting)
            ) % {"n": len(waiting)}
        else:
            subject = ngettext("%(n)s new notice", "%(n)s new notices", len(told)) % {
                "n": len(told)
            }
        letter = _letter(user, subject, waiting, told)
        return Letter(letter.message, [one.notice.pk for one in unmailed])


def urgent_for(user: Any) -> Letter | None:
    """Return a mail on the urgent notices of one account that no mail has told of yet."""
    with override(user.language):
        told = [one for one in _unmailed(user) if one.notice.is_urgent]
        if not told:
            return None
        if len(told) == 1:
            subject = told[0].what
        else:
            subject = _("%(n)s notices on which a date hangs") % {"n": len(told)}
        return _letter(user, subject, [], told)


def may_be_named(item: Waiting, user: Any) -> bool:
    """Return whether the record that an item is about may be seen by this account."""
    record = item.record
    return not isinstance(record, Guarded) or bool(record.policy().can_view(user, record))


def stop_address(user: Any) -> str:
    """Return the address that ends the mails to an account, for whoever holds the mail.

    It holds as long as the account has this e-mail address: passed on, it stops mails and
    opens nothing.
    """
    token = signing.Signer(salt=SALT).sign_object([user.pk, user.email])
    return _absolute(reverse("desk:stop_mail", args=[token]))


def account_of(token: str) -> tuple[int, str] | None:
    """Return account and address that a token of a mail names; None for one that is not ours."""
    try:
        pk, email = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return pk, email


def _waiting(user: Any, on: date, choice: MailChoice) -> list[Waiting]:
    if choice.waiting == MailWaiting.NOTHING:
        return []
    return [
        item
        for item in waiting_for(user, on)
        if may_be_named(item, user)
        and (choice.waiting == MailWaiting.ALL or item.urgency in PRESSING)
    ]


def _unmailed(user: Any) -> list[Told]:
    rows = Notice.objects.shown_to(user).unread().filter(mailed_at=None)
    return told_to(user, among=rows[:MOST_NOTICES])


def _letter(user: Any, subject: str, waiting: list[Waiting], told: list[Told]) -> Letter:
    stop = stop_address(user)
    union = union_identity()
    context = {
        "subject": subject,
        "name": user.full_name,
        "waiting": [(item, _absolute(item.url)) for item in waiting],
        "told": [(one, _absolute(one.url) if one.url else "") for one in told],
        "desk": _absolute(reverse("desk:desk")),
        "settings": _absolute(reverse("desk:mail")),
        "stop": stop,
        "union": union.name if union else "",
        "language": user.language,
    }
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string("desk/mail/digest.txt", context),
        to=[user.email],
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(render_to_string("desk/mail/digest.html", context), "text/html")
    return Letter(message, [one.notice.pk for one in told])


def _absolute(path: str) -> str:
    return urljoin(f"{settings.SITE_URL}/", path)
