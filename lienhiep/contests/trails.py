"""The way of an edition, an entry and a nomination, as the trail shows it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.contests.choices import (
    EditionState,
    EntryState,
    NominationState,
    PrizeState,
)
from lienhiep.contests.models import Edition, Entry, Nomination
from lienhiep.contests.reference_codes import RESULT_DAYS
from lienhiep.core.reference import value_on
from lienhiep.core.trails import Step, mark_due, steps_of

WAY_OF_EDITION = [
    EditionState.PLANNED,
    EditionState.OPEN,
    EditionState.JUDGING,
    EditionState.CLOSED,
]
RECEIVED = _("Entry received")
CHECKED = _("Papers checked")
JUDGED = pgettext_lazy("contests", "Judged")
PRIZE = pgettext_lazy("contests", "Prize")
NATIONAL = pgettext_lazy("contests", "National round")


def steps_of_edition(edition: Edition) -> list[dict[str, Any]]:
    """Return the steps of an edition from its announcement to its results."""
    if edition.state == EditionState.CANCELLED:
        return [
            {"where": EditionState.PLANNED.label, "state": "done"},
            {
                "where": EditionState.CANCELLED.label,
                "since": edition.cancelled_on,
                "note": edition.cancellation_reason,
                "state": "here",
            },
        ]
    days = {
        EditionState.OPEN: edition.opens_on,
        EditionState.JUDGING: edition.deadline + timedelta(days=1),
        EditionState.CLOSED: edition.results_published_on,
    }
    steps = steps_of(
        WAY_OF_EDITION, edition.state, days=days, is_over=edition.state == EditionState.CLOSED
    )
    here = WAY_OF_EDITION.index(edition.state)
    if edition.state == EditionState.OPEN:
        mark_due(steps[here], edition.deadline)
    elif edition.state == EditionState.JUDGING:
        term = value_on(RESULT_DAYS, edition.deadline, default=None)
        if term is not None:
            mark_due(steps[here], edition.deadline + timedelta(days=term))
    return steps


def steps_of_entry(entry: Entry, *, public: bool = False) -> list[Step]:
    """Return the steps of an entry; the public reads them from the published prize on.

    The days of receipt and check are between the office and the authors.
    """
    checked: Step = {"where": CHECKED, "state": "ahead"}
    steps: list[Step] = [
        {
            "where": RECEIVED,
            "since": None if public else entry.received_on,
            "state": "done",
        },
        checked,
    ]
    match entry.state:
        case EntryState.RECEIVED:
            checked["state"] = "here"
        case EntryState.ACCEPTED:
            checked |= {"state": "done", "since": None if public else entry.accepted_on}
        case EntryState.REFUSED:
            note = "" if public else entry.refusal_reason
            checked |= {
                "where": EntryState.REFUSED.label,
                "since": entry.refused_on,
                "note": note,
                "state": "done",
            }
            return steps
        case _:
            checked |= {
                "where": EntryState.WITHDRAWN.label,
                "since": entry.withdrawn_on,
                "state": "done",
            }
            return steps
    steps += _from_the_jury_on(entry, public=public)
    return steps


def _from_the_jury_on(entry: Entry, *, public: bool) -> list[Step]:
    """Return the steps behind the check: the jury, the prize, the national round."""
    prizes = {
        prize.edition_id: prize
        for prize in entry.prizes.select_related("level", "edition__contest")
        if prize.state == PrizeState.PUBLISHED
    }
    own = prizes.get(entry.edition_id)
    over = entry.edition.state == EditionState.CLOSED
    admitted = entry.state == EntryState.ACCEPTED
    judging: Step = {
        "where": JUDGED,
        "state": "done" if over else "here" if admitted else "ahead",
    }
    prize: Step = {"where": PRIZE, "state": "done" if over else "ahead"}
    if own is not None:
        prize |= {"since": own.decided_on, "note": str(own.level), "state": "done"}
    elif over:
        prize["note"] = str(_("no prize"))
    steps = [judging, prize]
    for nomination in entry.nominations.standing().select_related("edition__contest"):
        won = prizes.get(nomination.edition_id)
        if public and won is None:
            continue  # that a child did not win is nobody's business
        steps.append(_national_step(nomination, won.level if won else None))
    return steps


def _national_step(nomination: Nomination, level: Any) -> Step:
    known = nomination.result_on is not None
    step: Step = {
        "where": NATIONAL,
        "since": nomination.sent_on,
        "note": str(nomination.edition),
        "state": "done" if known else "here",
    }
    if level is not None:
        step["note"] = f"{level}, {nomination.edition}"
    elif known:
        step["note"] = f"{NominationState.UNPRIZED.label}, {nomination.edition}"
    return step
