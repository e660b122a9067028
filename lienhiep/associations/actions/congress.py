"""A congress planned, held, reported, cancelled; and each of these taken back."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.associations.actions.seat import end_seats, reopen_seats
from lienhiep.associations.choices import (
    CONGRESS_VERBS,
    CongressKind,
    CongressMode,
    SeatLeaving,
)
from lienhiep.associations.models import Body, Congress, Term
from lienhiep.associations.reference_codes import QUORUM_PERCENT, TERM_YEARS_MOST
from lienhiep.associations.validators import (
    validate_quorum,
    validate_stretch,
    validate_term_years,
)
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.reference import value_on
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)


def plan_congress(
    *,
    body: Body,
    planned_on: date,
    by: User,
    kind: str = CongressKind.REGULAR,
    ordinal: int | None = None,
    is_day_fixed: bool = False,
    place: str = "",
    approval: str = "",
    note: str = "",
) -> Congress:
    """Plan a congress of a body; one that is to come is enough for each."""
    with verb("associations.plan_congress", by=by) as act:
        congress = Congress(
            body=body,
            kind=kind,
            ordinal=ordinal,
            planned_on=planned_on,
            is_day_fixed=is_day_fixed,
            place=place,
            approval=approval,
            note=note,
        )
        congress.full_clean()
        congress.save()
        act.about(congress)
    return congress


def hold_congress(
    *,
    congress: Congress,
    on: date,
    mode: str,
    convened: int,
    present: int,
    by: User,
    last_day: date | None = None,
    term_label: str = "",
    term_years: int | None = None,
) -> Congress:
    """Record that a congress was held; it ends the term before and begins the next.

    Refuses without the quorum that the decree in force on that day asks for, with a term
    longer than the law allows, and a congress of a term that names no new one. The seats of
    the term before end the day before the new term, and their rights with them.
    """
    last_day = last_day or on
    validate_not_in_future("last_day", last_day)
    validate_stretch(on, last_day, "last_day")
    with verb("associations.hold_congress", by=by, about=congress) as act:
        lock(congress)
        validate_has_state(congress, *CONGRESS_VERBS["hold_congress"])
        validate_quorum("present", present, convened, value_on(QUORUM_PERCENT, on))
        congress.held_on, congress.last_day = on, last_day
        congress.mode = CongressMode(mode)
        congress.convened, congress.present = convened, present
        if term_label or congress.kind != CongressKind.EXTRAORDINARY:
            congress.new_term = _begin_term(act, congress, term_label, term_years)
        congress.full_clean()
        congress.save()
    return congress


def report_congress(*, congress: Congress, on: date, by: User) -> None:
    """Record the day on which the results were reported to the authority."""
    validate_not_in_future("on", on)
    with verb("associations.report_congress", by=by, about=congress):
        lock(congress)
        validate_has_state(congress, *CONGRESS_VERBS["report_congress"])
        validate_not_before("on", on, congress.last_day)
        congress.reported_on = on
        congress.save()


def cancel_congress(*, congress: Congress, on: date, reason: str, by: User) -> None:
    """Cancel a congress that was planned."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("associations.cancel_congress", by=by, about=congress, reason=reason):
        lock(congress)
        validate_has_state(congress, *CONGRESS_VERBS["cancel_congress"])
        congress.cancelled_on = on
        congress.cancelling_reason = reason
        congress.save()


def reopen_congress(*, congress: Congress, reason: str, by: User) -> None:
    """Take back the last step: the report, the congress itself, or its cancelling.

    A congress taken back takes its term with it, and opens the term before and its seats
    again; refuses once seats of the new term are filled.
    """
    validate_reason("reason", reason)
    with verb("associations.reopen_congress", by=by, about=congress, reason=reason) as act:
        lock(congress)
        validate_has_state(congress, *CONGRESS_VERBS["reopen_congress"])
        if congress.cancelled_on is not None:
            congress.cancelled_on = None
            congress.cancelling_reason = ""
        elif congress.reported_on is not None:
            congress.reported_on = None
        else:
            _take_back(act, congress)
        congress.full_clean()
        congress.save()


def _begin_term(act: Any, congress: Congress, label: str, years: int | None) -> Term:
    """End the term that runs, and begin the one that the congress elected."""
    if not label:
        raise ValidationError({"term_label": _("Write the label of the term, such as 2022-2027.")})
    if years is None:
        raise ValidationError({"term_years": _("Say for how many years the body was elected.")})
    start = congress.last_day or congress.held_on
    assert start is not None
    validate_term_years("term_years", years, value_on(TERM_YEARS_MOST, start))
    lock(congress.body)
    before = congress.body.terms.filter(ended_on=None, started_on__lt=start).first()
    if before is not None:
        before.ended_on = start - timedelta(days=1)
        before.full_clean()
        before.save()
        act.also_about(before)
        ended = before.seats.filter(until=None).select_related("body", "person")
        for seat in end_seats(ended, before.ended_on, SeatLeaving.TERM_OVER):
            act.also_about(seat)
    term = Term(
        body=congress.body, label=label, started_on=start, due_on=_years_later(start, years)
    )
    try:
        term.full_clean()
    except ValidationError as refusal:
        raise ValidationError({"term_label": refusal.messages}) from refusal
    term.save()
    act.also_about(term)
    return term


def _take_back(act: Any, congress: Congress) -> None:
    term = congress.new_term
    congress.held_on = congress.last_day = None
    congress.convened = congress.present = congress.new_term = None
    congress.mode = ""
    if term is None:
        return
    if term.seats.exists():
        raise ValidationError(
            _("Seats of the term %(label)s are filled; take these back first.")
            % {"label": term.label}
        )
    last = term.started_on - timedelta(days=1)
    congress.save()
    term.delete()
    before = congress.body.terms.filter(ended_on=last).first()
    if before is None:
        return
    before.ended_on = None
    before.full_clean()
    before.save()
    act.also_about(before)
    ended = before.seats.filter(until=last, leaving=SeatLeaving.TERM_OVER)
    for seat in reopen_seats(ended.select_related("body", "person", "position", "term__body")):
        act.also_about(seat)


def _years_later(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes the last of its month."""
    last = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))
