"""The way of a request about personal data: asked, acknowledged, answered, with their days."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from lienhiep.accounts.choices import RequestState
from lienhiep.accounts.models import DataRequest
from lienhiep.core.trails import mark_due


def steps_of_request(request: DataRequest) -> list[dict[str, Any]]:
    """Return the steps of a request; what is late is red."""
    steps: list[dict[str, Any]] = [
        {"where": _("Request received"), "since": request.asked_on, "state": "done"}
    ]
    if request.acknowledge_by is not None:
        told: dict[str, Any] = {
            "where": _("Acknowledged"),
            "since": request.acknowledged_on,
            "state": "done" if request.acknowledged_on else "here",
        }
        if request.waits_for_acknowledgement:
            mark_due(told, request.acknowledge_by)
        steps.append(told)
    if request.extended_on is not None:
        steps.append(
            {
                "where": _("Term extended"),
                "since": request.extended_on,
                "note": request.extension_reason,
                "state": "done",
            }
        )
    refused = request.state == RequestState.REFUSED
    last: dict[str, Any] = {
        "where": _("Refused") if refused else _("Answered"),
        "since": request.answered_on,
        "state": "ahead" if request.is_open else "done",
    }
    if request.is_open:
        if not request.waits_for_acknowledgement:
            last["state"] = "here"
        mark_due(last, request.due_on)
    steps.append(last)
    return steps
