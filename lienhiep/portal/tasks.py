"""What the portal does in the background."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import Step, job, scheduled, start_job
from lienhiep.core.models import union_identity
from lienhiep.core.viewsets import admin_row_url
from lienhiep.portal.actions.subscriptions import end_subscription
from lienhiep.portal.choices import SubscriptionState
from lienhiep.portal.digesting import Digests, address_of, due, given_up, send
from lienhiep.portal.models import ContactMessage, Question, Subscription

AT_ONCE = 50
"""How many subscriptions are seen to in one batch."""


@job("portal.mail_letter", title=_("Send mail about a letter of a reader"))
def mail_letter(*, cursor: None, message_id: int, step: str) -> Iterator[Step]:
    """Mail the sender that a letter came in, or its answer; or the office that one came in."""
    letter = ContactMessage.objects.filter(pk=message_id).select_related("kind").first()
    if letter is not None:
        union = union_identity()
        to = _to_office(letter, union) if step == "office" else letter.email
        if to:
            _mail(letter, step, to, union)
    yield Step(done=1, total=1)


def _to_office(letter: ContactMessage, union: object) -> str:
    """Return the address that is told of a letter: that of its kind, else that of the office."""
    return (letter.kind.mail_to if letter.kind else "") or getattr(union, "email", "")


def _mail(letter: ContactMessage, step: str, to: str, union: object) -> None:
    with override("vi"):
        facts = {
            "step": step,
            "letter": letter,
            "subject": letter.subject,
            "union": union,
            "place": f"{settings.SITE_URL}{admin_row_url(letter)}",
        }
        body = render_to_string("portal/letter.txt", facts)
        subject = {
            "received": gettext("Your letter has come in: %(subject)s"),
            "answered": gettext("Answer to your letter: %(subject)s"),
            "office": gettext("New letter of a reader: %(subject)s"),
        }[step] % {"subject": letter.subject}
    EmailMessage(" ".join(subject.split()), body, to=[to]).send()


@job("portal.mail_question", title=_("Send mail about a question of a reader"))
def mail_question(*, cursor: None, question_id: int, step: str) -> Iterator[Step]:
    """Mail who asked that the question came in, is answered on the site, or was turned down."""
    question = Question.objects.filter(pk=question_id).first()
    if question is not None and question.email:
        with override("vi"):
            facts = {
                "step": step,
                "question": question,
                "union": union_identity(),
                "place": f"{settings.SITE_URL}{question.get_absolute_url()}",
            }
            body = render_to_string("portal/question_mail.txt", facts)
            subject = {
                "received": gettext("Your question has come in: %(subject)s"),
                "answered": gettext("Your question is answered: %(subject)s"),
                "refused": gettext("About your question: %(subject)s"),
            }[step] % {"subject": question.title}
        EmailMessage(" ".join(subject.split()), body, to=[question.email]).send()
    yield Step(done=1, total=1)


@job("portal.mail_subscription", title=_("Send mail about a subscription"))
def mail_subscription(*, cursor: None, subscription_id: int) -> Iterator[Step]:
    """Mail an address its way to confirm the digest, or to change the one that it has."""
    row = Subscription.objects.filter(pk=subscription_id).first()
    if row is not None:
        with override("vi"):
            union = union_identity()
            facts = {
                "is_confirmed": row.state == SubscriptionState.CONFIRMED,
                "manage": address_of(row),
                "union": union.name if union else "",
            }
            body = render_to_string("portal/mail/subscription.txt", facts)
            subject = gettext("The digest by e-mail: confirm your address")
            if facts["is_confirmed"]:
                subject = gettext("The digest by e-mail: your subscription")
        EmailMessage(subject, body, to=[row.email]).send()
    yield Step(done=1, total=1)


@scheduled("portal.send_digests", label=_("Mail readers what is new on the site"), daily_at="06:45")
def send_digests() -> None:
    """Start the digests of the morning where somebody waits for one."""
    now = timezone.now()
    if due(now).exists():
        start_job("portal.send_digests", by=None, moment=now.isoformat())


@job("portal.send_digests", title=_("Mail readers what is new on the site"))
def send_digests_in_batches(*, cursor: int | None, moment: str) -> Iterator[Step]:
    """Write to everyone who is due, a batch at a time; then end what takes no mail any more."""
    until = datetime.fromisoformat(moment)
    digests = Digests(until)
    rows = due(until)
    total, done, last = rows.count(), 0, cursor or 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        # Outside the transaction of the batch: mail takes its time.
        transaction.on_commit(lambda batch=batch: _send_batch(batch, digests))
        last, done = batch[-1].pk, done + len(batch)
        yield Step(done=done, total=total, cursor=last)
    for row in given_up():
        end_subscription(subscription=row, reason=gettext("The address takes no mail any more."))
    yield Step(done=total, total=total, cursor=last)


def _send_batch(batch: list[Subscription], digests: Digests) -> None:
    connection = get_connection()
    try:
        for row in batch:
            send(row, digests, connection)
    finally:
        connection.close()
