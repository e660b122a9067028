"""The morning's mail: what waits, from the same items as the desk and the badge."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import ngettext, override

from lienhiep.core.guarding import Guarded
from lienhiep.core.waiting import Waiting, waiting_for


def digest_for(user: Any, on: date) -> EmailMessage | None:
    """Return the mail for one account, in its language; None where nothing waits.

    A record that the account may not see is left out, whatever a room says of it: what is
    sent by mail cannot be taken back.
    """
    with override(user.language):
        waiting = [item for item in waiting_for(user, on) if may_be_named(item, user)]
        if not waiting:
            return None
        subject = ngettext("%(n)s thing waits for you", "%(n)s things wait for you", len(waiting))
        context = {
            "name": user.full_name,
            "lines": [(item, urljoin(f"{settings.SITE_URL}/", item.url)) for item in waiting],
            "desk": urljoin(f"{settings.SITE_URL}/", "ban-lam-viec/"),
        }
        return EmailMessage(
            subject=subject % {"n": len(waiting)},
            body=render_to_string("desk/mail/digest.txt", context),
            to=[user.email],
        )


def may_be_named(item: Waiting, user: Any) -> bool:
    """Return whether the record that an item is about may be seen by this account."""
    record = item.record
    return not isinstance(record, Guarded) or bool(record.policy().can_view(user, record))
