"""Letters to the office: how they come in, who answers, and how they are closed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.jobs import start_job
from lienhiep.core.locking import lock
from lienhiep.core.notices import tell
from lienhiep.core.period import today
from lienhiep.core.text import clean_lines
from lienhiep.core.validators import validate_reason
from lienhiep.core.working_days import after_working_days
from lienhiep.portal.choices import CONTACT_VERBS, ContactState
from lienhiep.portal.letters import may_answer
from lienhiep.portal.models import ContactKind, ContactMessage
from lienhiep.portal.notices import LETTER_ASSIGNED

LONGEST_ANSWER = 5000


def send_message(
    *,
    kind: ContactKind,
    name: str,
    email: str,
    subject: str,
    text: str,
    phone: str = "",
    organisation: str = "",
    by: Any = None,
) -> ContactMessage:
    """Take in a letter of a reader (gửi liên hệ); the office and the reader are told by mail.

    It is to be answered within the working days that the office has promised for its kind.
    """
    if not kind.is_offered:
        raise ValidationError({"kind": _("Choose one of the matters that are offered.")})
    message = ContactMessage(
        kind=kind,
        name=name,
        email=email,
        phone=phone,
        organisation=organisation,
        subject=subject,
        text=text,
        due_on=after_working_days(today(), kind.answer_days),
    )
    message.clean()
    message.clean_fields()
    with verb("portal.send_message", by=by) as act:
        message.save()
        act.about(message)
    for step in ("received", "office"):
        start_job("portal.mail_letter", by=None, message_id=message.pk, step=step)
    return message


def assign_message(*, message: ContactMessage, to: User, by: User) -> None:
    """Give a letter to somebody who is to answer it (giao trả lời); they are told."""
    if not may_answer(to):
        raise ValidationError({"to": _("This account has no role that answers letters.")})
    with verb("portal.assign_message", by=by, about=message) as act:
        lock(message)
        _validate_state(message, "assign_message")
        message.assigned_to = to
        message.state = ContactState.ASSIGNED
        message.save()
        act.note(to=str(to))
        tell(recipients=[to], what=LETTER_ASSIGNED, about=message, by=by)


def answer_message(*, message: ContactMessage, text: str, by: User) -> None:
    """Answer a letter (trả lời liên hệ); the answer goes to the sender by mail."""
    text = clean_lines(text)
    if not text.strip():
        raise ValidationError({"text": _("Write the answer.")})
    if len(text) > LONGEST_ANSWER:
        raise ValidationError(
            {"text": _("At most %(most)s characters.") % {"most": LONGEST_ANSWER}}
        )
    with verb("portal.answer_message", by=by, about=message):
        lock(message)
        _validate_state(message, "answer_message")
        if not message.email:
            raise ValidationError(_("The address of the sender has been forgotten."))
        message.answer = text
        _end(message, ContactState.ANSWERED, by)
    start_job("portal.mail_letter", by=None, message_id=message.pk, step="answered")


def close_message(*, message: ContactMessage, reason: str, by: User) -> None:
    """Close a letter without an answer by mail (đóng), with the reason; nobody is told."""
    validate_reason("reason", reason)
    with verb("portal.close_message", by=by, about=message, reason=reason):
        lock(message)
        _validate_state(message, "close_message")
        _end(message, ContactState.CLOSED, by)


def mark_as_spam(*, message: ContactMessage, by: User) -> None:
    """Put a letter aside as advertising (thư rác); it goes for good after a month."""
    with verb("portal.mark_as_spam", by=by, about=message):
        lock(message)
        _validate_state(message, "mark_as_spam")
        _end(message, ContactState.SPAM, by)


def reopen_message(*, message: ContactMessage, reason: str, by: User) -> None:
    """Take a letter up again that was closed or put aside."""
    validate_reason("reason", reason)
    with verb("portal.reopen_message", by=by, about=message, reason=reason):
        lock(message)
        _validate_state(message, "reopen_message")
        message.state = ContactState.ASSIGNED if message.assigned_to_id else ContactState.NEW
        message.closed_at = message.closed_by = None
        message.save()


def _end(message: ContactMessage, state: ContactState, by: User) -> None:
    message.state = state
    message.closed_at, message.closed_by = timezone.now(), by
    message.save()


def _validate_state(message: ContactMessage, name: str) -> None:
    if message.state not in CONTACT_VERBS[name]:
        raise ValidationError(
            _("The letter is “%(state)s” now.") % {"state": message.get_state_display()}
        )
