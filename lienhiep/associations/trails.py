"""The way of an application and of a congress, as the trail shows it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import AdmissionState, CongressState
from lienhiep.associations.models import Admission, Congress
from lienhiep.associations.reference_codes import REPORT_DAYS
from lienhiep.core.reference import value_on
from lienhiep.core.trails import steps_of

RECEIVED = _("Application received")
PLANNED = _("Planned")
HELD = _("Held with a quorum")


def steps_of_admission(admission: Admission) -> list[dict[str, Any]]:
    """Return the steps of an application: received, then its end."""
    steps = steps_of(
        [AdmissionState.RECEIVED, AdmissionState.ADMITTED],
        AdmissionState.ADMITTED if admission.decided_on else AdmissionState.RECEIVED,
        days={
            AdmissionState.RECEIVED: admission.applied_on,
            AdmissionState.ADMITTED: admission.decided_on,
        },
        is_over=admission.decided_on is not None,
    )
    steps[0]["where"] = RECEIVED
    if admission.decided_on:
        steps[1]["note"] = admission.decision
        steps[1]["who"] = admission.decided_by
    elif admission.state != AdmissionState.RECEIVED:
        steps[0]["state"] = "done"
        steps[1] = {
            "where": admission.state.label,
            "since": admission.refused_on or admission.withdrawn_on,
            "note": admission.reason,
            "state": "done",
        }
    else:
        steps[0]["note"] = admission.missing
    return steps


def steps_of_congress(congress: Congress) -> list[dict[str, Any]]:
    """Return the steps of a congress: planned, held, reported."""
    way = [CongressState.PLANNED, CongressState.HELD, CongressState.REPORTED]
    if congress.cancelled_on:
        return [
            {"where": PLANNED, "note": congress.planned_label, "state": "done"},
            {
                "where": CongressState.CANCELLED.label,
                "since": congress.cancelled_on,
                "note": congress.cancelling_reason,
                "state": "done",
            },
        ]
    due: date | None = congress.planned_on
    if congress.last_day:
        days = value_on(REPORT_DAYS, congress.last_day, default=None)
        due = congress.last_day + timedelta(days=days) if days else None
    steps = steps_of(
        way,
        congress.state,
        days={CongressState.HELD: congress.held_on, CongressState.REPORTED: congress.reported_on},
        is_over=congress.state == CongressState.REPORTED,
        due=due,
    )
    steps[0]["where"], steps[1]["where"] = PLANNED, HELD
    steps[0]["note"] = congress.planned_label
    if congress.held_on:
        steps[1]["note"] = f"{congress.present}/{congress.convened}"
    return steps
