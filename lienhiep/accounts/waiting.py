"""What waits for people in this room: requests about personal data, and texts to read anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.accounts.choices import ConsentGiver
from lienhiep.accounts.models import Consent, DataRequest
from lienhiep.core.rules import policy_of
from lienhiep.core.waiting import Waiting, waits


@waits
def data_requests_to_answer(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the requests that this person may answer; first each is to be acknowledged."""
    from lienhiep.core.viewsets import admin_row_url  # screens load after all rooms

    if not policy_of(DataRequest).may(user, "answer"):
        return
    rows = DataRequest.objects.visible_to(user).open().select_related("user", "person")
    for request in rows:
        told = not request.waits_for_acknowledgement
        words = str(request) if told else _("Acknowledge: %(request)s") % {"request": request}
        yield Waiting(
            what=words,
            since=request.asked_on,
            due=request.due_on if told else request.acknowledge_by,
            url=admin_row_url(request) or "",
            room="accounts",
            record=request,
        )


@waits
def texts_to_read_anew(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the consents of this person whose text has changed in what it means."""
    rows = Consent.objects.outdated(on).filter(user=user, given_by=ConsentGiver.SELF)
    for consent in rows.select_related("seen_text"):
        yield Waiting(
            what=_("The text has changed, please read and answer: %(purpose)s")
            % {"purpose": consent.get_purpose_display()},
            since=on,
            url=reverse("accounts_consents"),
            room="accounts",
            record=consent,
        )
