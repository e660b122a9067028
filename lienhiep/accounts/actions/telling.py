"""Telling somebody by mail how their request about personal data stands."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from lienhiep.accounts.models import DataRequest

logger = logging.getLogger(__name__)


def tell_about_request(*, request: DataRequest, step: str, loud: bool = False) -> bool:
    """Mail a step of a request to whoever made it; return whether a letter went out.

    Somebody without an address is told on paper. A mail server that is down stops no step;
    `loud` raises its error, for the background job that will try again.
    """
    user = request.user
    address = (user.email if user is not None and user.is_active else None) or (
        request.person.email if request.person is not None else ""
    )
    if not address:
        return False
    with translation.override(user.language if user is not None else "vi"):
        facts = {
            "request": request,
            "step": step,
            "link": f"{settings.SITE_URL}{reverse('accounts_my_data')}",
            "site": settings.WAGTAIL_SITE_NAME,
        }
        subject = render_to_string("accounts/mail/request_subject.txt", facts)
        body = render_to_string("accounts/mail/request.txt", facts)
    try:
        EmailMessage(" ".join(subject.split()), body, to=[address]).send()
    except OSError:
        if loud:
            raise
        logger.exception("The letter about request %s could not be sent.", request.pk)
        return False
    return True
