"""What waits for people in this room: requests about personal data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lienhiep.accounts.models import DataRequest
from lienhiep.core.rules import policy_of
from lienhiep.core.waiting import Waiting, waits


@waits
def data_requests_to_answer(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the requests that this person may answer."""
    from lienhiep.core.viewsets import admin_row_url  # screens load after all rooms

    if not policy_of(DataRequest).may(user, "answer"):
        return
    for request in DataRequest.objects.visible_to(user).open().select_related("user"):
        yield Waiting(
            what=str(request),
            since=request.asked_on,
            due=request.due_on,
            url=admin_row_url(request) or "",
            room="accounts",
            record=request,
        )
