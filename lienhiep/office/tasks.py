"""Background work of the e-office: letters that remind."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from lienhiep.accounts.models import User
from lienhiep.core.jobs import Step, job
from lienhiep.core.mail_server import OF_ONE_ADDRESS, server_is_down
from lienhiep.core.principals import organisation_key, principals
from lienhiep.office.models import Receipt

logger = logging.getLogger(__name__)


@job("office.mail_reminders", title=gettext_lazy("Remind of documents to acknowledge"))
def mail_reminders(cursor: int | None, receipts: list[int]) -> Iterator[Step]:
    """Write to those who act for each association, or to its own address where nobody does."""
    accounts = [user for user in User.objects.active() if user.email]
    last = cursor or 0
    waiting = Receipt.objects.owed().filter(pk__in=receipts, pk__gt=last).order_by("pk")
    rows = list(waiting.select_related("organisation", "dispatch__document__kind"))
    for done, receipt in enumerate(rows, start=1):
        key = organisation_key(receipt.organisation_id)
        to = [user.email for user in accounts if key in principals(user)]
        to = to or [address for address in [receipt.organisation.email] if address]
        if to:
            # Before it is noted: where the server is down, the work goes on from here later.
            send(letter(receipt, to))
        yield Step(done=done, total=len(rows), cursor=receipt.pk)


def letter(receipt: Receipt, to: list[str]) -> EmailMessage:
    """Return the letter about one document; it names no contents but symbol and abstract."""
    with override("vi"):
        document = receipt.dispatch.document
        subject = _("Please acknowledge %(document)s") % {"document": document}
        context = {
            "receipt": receipt,
            "document": document,
            "url": urljoin(
                f"{settings.SITE_URL}/", reverse("office:desk_document", args=[receipt.pk])
            ),
        }
        body = render_to_string("office/mail/reminder.txt", context)
    return EmailMessage(" ".join(subject.split()), body, to=to)


def send(mail: EmailMessage) -> None:
    """Send one letter; that one is refused keeps nobody else from theirs.

    A server that takes none stops the work with what it said; nothing is lost by it.
    """
    try:
        mail.send()
    except OF_ONE_ADDRESS:
        logger.exception("The reminder for %s could not be sent.", ", ".join(mail.to))
    except OSError as failure:
        raise server_is_down(failure) from failure
