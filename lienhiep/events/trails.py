"""The way of an event, a programme and a sponsorship, as the trail shows it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.trails import Step, mark_due
from lienhiep.events.choices import EventState, ProgrammeState, SponsorshipState
from lienhiep.events.models import Conference, CoordinationProgramme, Sponsorship
from lienhiep.events.models.event import Event

PLANNED = pgettext_lazy("step of an event", "Planned")
REGISTRATION = _("Registration")
HOLDING = pgettext_lazy("step of an event", "Held")
"""The step, done or ahead; as a state it says that the event was held."""
MINUTES = _("Minutes on file")
CONCLUDED = pgettext_lazy("step of an event", "Conclusions on record")


def steps_of_event(event: Event) -> list[Step]:
    """Return the steps of an event: planned, registration, held; or why it was given up."""
    state = event.state
    steps = [_step(PLANNED, event.planned_on, "done")]
    if event.registration_opens_on is not None:
        is_open = event.is_open_for_registration()
        steps.append(
            _step(REGISTRATION, event.registration_opens_on, "here" if is_open else "done")
            | {"until": event.registration_closes_on}
        )
    match state:
        case EventState.CANCELLED:
            return [
                *steps,
                _step(state.label, event.cancelled_on, "here") | {"note": event.cancel_reason},
            ]
        case EventState.POSTPONED:
            note = {"note": event.postponement_reason}
            return [
                *steps,
                _step(state.label, event.postponed_on, "here") | note,
                _step(HOLDING, None, "ahead"),
            ]
        case EventState.HELD:
            return [*steps, _step(HOLDING, event.held_on, "done"), *_after(event)]
    here = _step(HOLDING, None, "here")
    mark_due(here, event.ends_on)
    return [*steps, here]


def _after(event: Event) -> list[Step]:
    """Return what follows a conference that was held: its minutes and its conclusions."""
    if not isinstance(event, Conference):
        return []
    steps = [_step(MINUTES, None, "done" if event.minutes_id else "ahead")]
    if event.conclusions.exists():
        steps.append(_step(CONCLUDED, None, "done"))
    return steps


def steps_of_programme(programme: CoordinationProgramme) -> list[Step]:
    """Return the steps of a coordination programme."""
    state = programme.state
    is_signed = programme.signed_on is not None
    steps = [
        _step(
            ProgrammeState.PREPARING.label,
            programme.prepared_since,
            "done" if is_signed else "here",
        ),
        _step(_("Signed"), programme.signed_on, "done" if is_signed else "ahead"),
    ]
    in_force = _step(ProgrammeState.IN_FORCE.label, programme.valid_from, "ahead")
    if state == ProgrammeState.IN_FORCE:
        in_force |= {"state": "here", "until": programme.valid_until}
    elif state == ProgrammeState.ENDED:
        in_force["state"] = "done"
    steps.append(in_force)
    ended = programme.ended_on or programme.valid_until
    steps.append(
        _step(
            ProgrammeState.ENDED.label,
            ended if state == ProgrammeState.ENDED else None,
            "done" if state == ProgrammeState.ENDED else "ahead",
        )
        | {"note": programme.end_reason}
    )
    return steps


def steps_of_sponsorship(sponsorship: Sponsorship) -> list[Step]:
    """Return the steps of a sponsorship."""
    promised = _step(SponsorshipState.PROMISED.label, sponsorship.promised_on, "done")
    match sponsorship.state:
        case SponsorshipState.RELEASED:
            given_up = _step(SponsorshipState.RELEASED.label, sponsorship.released_on, "here")
            return [promised, given_up | {"note": sponsorship.release_reason}]
        case SponsorshipState.RECEIVED:
            return [
                promised,
                _step(SponsorshipState.RECEIVED.label, sponsorship.received_on, "done"),
            ]
    return [
        promised | {"state": "here"},
        _step(SponsorshipState.RECEIVED.label, None, "ahead"),
    ]


def _step(where: Any, since: Any, state: str) -> Step:
    return {"where": where, "since": since, "state": state}
