"""The way of an honour and of a nomination, as the trail shows it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.reference import value_on
from lienhiep.core.trails import steps_of
from lienhiep.honours.choices import HonourState, NominationState
from lienhiep.honours.models import Honour, Nomination
from lienhiep.honours.reference_codes import ANSWER_DAYS, CONFER_DAYS

WAY_OF_HONOUR = [HonourState.PROPOSED, HonourState.DECIDED, HonourState.CONFERRED]
WAY_OF_NOMINATION = [
    NominationState.SUBMITTED,
    NominationState.CONSIDERED,
    NominationState.DECIDED,
]
STOPPED = {
    NominationState.RETURNED: ("returned_on", "return_reason"),
    NominationState.REFUSED: ("refused_on", "refusal_reason"),
    NominationState.WITHDRAWN: ("withdrawn_on", "withdrawal_reason"),
}
RECEIVED = gettext_lazy("Nomination received")


def steps_of_honour(honour: Honour) -> list[dict[str, Any]]:
    """Return the steps of an honour: the year rewarded, the decision, the conferral, each apart."""
    here = honour.state
    if here == HonourState.REVOKED:
        here = HonourState.CONFERRED if honour.conferred_on else HonourState.DECIDED
    days = {HonourState.DECIDED: honour.decided_on, HonourState.CONFERRED: honour.conferred_on}
    steps = steps_of(
        WAY_OF_HONOUR,
        here,
        days=days,
        is_over=here == HonourState.CONFERRED or honour.state == HonourState.REVOKED,
        due=last_day(CONFER_DAYS, honour.decided_on) if honour.is_given else None,
    )
    steps[0]["where"] = _("Honour proposed")
    steps[0]["note"] = _("Rewarded: %(years)s") % {"years": honour.years_label}
    steps[1]["note"] = honour.decision_label
    steps[2]["note"] = honour.occasion
    if honour.state == HonourState.REVOKED:
        steps.append(
            {
                "where": HonourState.REVOKED.label,
                "since": honour.revoked_on,
                "note": honour.revocation_reason,
                "state": "here",
            }
        )
    return steps


def steps_of_nomination(nomination: Nomination) -> list[dict[str, Any]]:
    """Return the steps of a nomination, as its proposer reads them."""
    days = {
        NominationState.SUBMITTED: nomination.submitted_on,
        NominationState.CONSIDERED: nomination.council_on,
        NominationState.DECIDED: nomination.decided_on,
    }
    if nomination.state in STOPPED:
        day, why = STOPPED[nomination.state]
        return [
            {"where": RECEIVED, "since": nomination.submitted_on, "state": "done"},
            {
                "where": nomination.state.label,
                "since": getattr(nomination, day),
                "note": getattr(nomination, why),
                "state": "here" if nomination.state == NominationState.RETURNED else "done",
            },
        ]
    steps = steps_of(
        WAY_OF_NOMINATION,
        nomination.state,
        days=days,
        is_over=nomination.state == NominationState.DECIDED,
        due=last_day(ANSWER_DAYS, nomination.submitted_on),
    )
    steps[0]["where"] = RECEIVED
    return steps


def last_day(code: str, day: date | None) -> date | None:
    """Return the last day of a term that begins on a day, where a length is on record for it."""
    return None if day is None else last_day_of(value_on(code, day, default=None), day)


def last_day_of(days: int | None, day: date) -> date | None:
    """Return the last day of a term of so many days, none where its length is not on record."""
    return day + timedelta(days=days) if days else None
