"""The way of a document and of a sending, as the trail shows it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.core.trails import mark_due, steps_of
from lienhiep.office.choices import Direction, DocumentState
from lienhiep.office.models import OfficialDocument

INCOMING_WAY = [
    DocumentState.REGISTERED,
    DocumentState.ASSIGNED,
    DocumentState.FORWARDED,
    DocumentState.HANDLED,
    DocumentState.CLOSED,
]
OUTGOING_WAY = [
    DocumentState.DRAFT,
    DocumentState.SIGNED,
    DocumentState.ISSUED,
    DocumentState.FORWARDED,
    DocumentState.CLOSED,
]
DRAFTED = _("Draft put forward")
"""The first step of a document of our own; as a state it waits, on its way it is done."""


def steps_of_document(document: OfficialDocument) -> list[dict[str, Any]]:
    """Return the steps of a document: what is done since when, where it is, what lies ahead."""
    is_incoming = document.direction == Direction.RECEIVED
    way = INCOMING_WAY if is_incoming else OUTGOING_WAY
    days = {
        DocumentState.REGISTERED: document.received_on,
        DocumentState.DRAFT: document.drafted_on,
        DocumentState.SIGNED: document.signed_on,
        DocumentState.ISSUED: document.issued_on,
        DocumentState.ASSIGNED: document.assigned_on,
        DocumentState.FORWARDED: document.forwarded_on,
        DocumentState.HANDLED: document.handled_on,
        DocumentState.CLOSED: document.closed_on,
    }
    here = max((state for state in way if days[state]), key=way.index, default=way[0])
    steps = steps_of(way, here, days=days, is_over=here != DocumentState.DRAFT)
    if is_incoming:
        _skip(steps, way, days)
    if document.due_on and document.handled_on is None and document.closed_on is None:
        mark_due(steps[way.index(here)], document.due_on)
    if document.assigned_to is not None and DocumentState.ASSIGNED in way:
        steps[way.index(DocumentState.ASSIGNED)]["who"] = str(document.assigned_to)
    if not is_incoming:
        steps[0]["where"] = DRAFTED
        steps[1]["who"] = document.signer_name if document.signed_on else ""
    return steps + _end(document)


def _skip(steps: list[dict[str, Any]], way: list[DocumentState], days: dict[Any, Any]) -> None:
    """Leave a step without a day open: a document need not be assigned to be forwarded."""
    for step, state in zip(steps, way, strict=True):
        if step["state"] == "done" and days[state] is None:
            step["state"] = "ahead"


def _end(document: OfficialDocument) -> list[dict[str, Any]]:
    """Return the step that took a document out of force, if one did."""
    for state, day, why in (
        (DocumentState.VOIDED, document.voided_on, document.void_reason),
        (DocumentState.WITHDRAWN, document.withdrawn_on, document.withdrawal_reason),
    ):
        if day is not None:
            return [{"where": state.label, "since": day, "note": why, "state": "here"}]
    return []
