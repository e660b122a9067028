"""Who may do what with conferences, courses and partners.

Officers and the office manager do the work; the leader, the records clerk and others of the
office read it. The contest organiser and the accountant look after sponsorships. Hosts,
partners and members of a body that meets read their own; anyone reads what is announced.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.principals import organisation_key, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.events.choices import (
    EVENT_VERBS,
    NOT_YET,
    PROGRAMME_VERBS,
    SPONSORSHIP_VERBS,
    EventState,
    ProgrammeState,
    SponsorshipState,
)
from lienhiep.events.models import (
    Attendance,
    CharityEvent,
    Conclusion,
    Conference,
    CoordinationProgramme,
    Course,
    Delegation,
    Registration,
    Sponsorship,
)

WORKERS = frozenset({role_key(Role.OFFICER), role_key(Role.OFFICE_MANAGER)})
LEADERS = frozenset({role_key(Role.LEADER)})
READERS = frozenset(role_key(role) for role in STAFF_ROLES - {Role.ADMINISTRATOR})
FUND_RAISERS = WORKERS | {role_key(Role.CONTEST_ORGANISER)}
RECEIVERS = WORKERS | {role_key(Role.ACCOUNTANT)}

WORK = {ADD: WORKERS, CHANGE: WORKERS, DELETE: WORKERS}

ONLY_FOR_THE_OFFICE = frozenset({"online_address", "minutes", "invitation", "decision", "material"})
"""What a reader of an announced event does not see."""

AMOUNTS = frozenset(
    {"amount_promised", "amount_received", "promised_label", "received_label", "document"}
)
"""What a reader of a named sponsorship does not see."""


class WorkPolicy(RowPolicy):
    """The office reads; officers make, change and delete."""

    readers_of_all = READERS
    verbs = WORK


class EventPolicy(WorkPolicy):
    """Conferences and courses: a verb is offered where the days of the event admit it."""

    verbs = {**WORK, **dict.fromkeys([*EVENT_VERBS, "hold_course"], WORKERS)}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Keep what was held; do not correct what was cancelled."""
        if verb == DELETE:
            return row.state in NOT_YET
        if verb == CHANGE:
            return row.state != EventState.CANCELLED
        if verb == "close_registration" and row.registration_opens_on is None:
            return False
        name = "record_held" if verb == "hold_course" else verb
        return row.state in EVENT_VERBS.get(name, frozenset(EventState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep the online room, minutes and papers from those who only read the announcement."""
        held = principals(user)
        if held & READERS or (row is not None and held & row.outside_keys()):
            return frozenset()
        return ONLY_FOR_THE_OFFICE


class AttendancePolicy(WorkPolicy):
    """Numbers of people present: recorded with the event, corrected here."""

    verbs = {CHANGE: WORKERS, DELETE: WORKERS}


class RegistrationPolicy(WorkPolicy):
    """Registrations hold personal data: for those who do the work, and for the person."""

    readers_of_all = WORKERS
    verbs = {
        **WORK,
        "withdraw_registration": WORKERS,
        "restore_registration": WORKERS,
        "check_in": WORKERS,
        "undo_check_in": WORKERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer what the registration admits."""
        is_over = row.event.state in (EventState.HELD, EventState.CANCELLED)
        match verb:
            case "withdraw_registration":
                return row.is_standing and not row.checked_in_on and not is_over
            case "restore_registration":
                return not row.is_standing and not is_over
            case "check_in":
                return row.is_standing and row.checked_in_on is None
            case "undo_check_in":
                return row.checked_in_on is not None
            case _:
                return True


class ConclusionPolicy(WorkPolicy):
    """Conclusions: made from the page of their conference."""

    verbs = {CHANGE: WORKERS, DELETE: WORKERS}


class ProgrammePolicy(WorkPolicy):
    """Coordination programmes: what was signed is ended, not deleted."""

    verbs = {**WORK, **dict.fromkeys(PROGRAMME_VERBS, WORKERS)}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the programme admits it."""
        if verb == DELETE:
            return row.state == ProgrammeState.PREPARING
        return row.state in PROGRAMME_VERBS.get(verb, frozenset(ProgrammeState))


class SponsorshipPolicy(WorkPolicy):
    """Sponsorships: promised to those who ask for them, received by the accountant too."""

    verbs = {
        ADD: FUND_RAISERS,
        CHANGE: FUND_RAISERS,
        DELETE: WORKERS,
        **dict.fromkeys(SPONSORSHIP_VERBS, FUND_RAISERS),
        "receive_sponsorship": RECEIVERS,
        "undo_receipt": RECEIVERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state admits it; what was received stands fast."""
        if verb in (CHANGE, DELETE):
            return row.state == SponsorshipState.PROMISED
        return row.state in SPONSORSHIP_VERBS.get(verb, frozenset(SponsorshipState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Name the sponsor to everyone, the amount to the office and to the sponsor."""
        held = principals(user)
        if held & READERS or (row is not None and organisation_key(row.sponsor_id) in held):
            return frozenset()
        return AMOUNTS


POLICIES = {
    Attendance: AttendancePolicy,
    CharityEvent: WorkPolicy,
    Conclusion: ConclusionPolicy,
    Conference: EventPolicy,
    CoordinationProgramme: ProgrammePolicy,
    Course: EventPolicy,
    Delegation: WorkPolicy,
    Registration: RegistrationPolicy,
    Sponsorship: SponsorshipPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
