"""Who may do what with members, bodies and seats.

An officer and the office manager keep the records; the leader reads all. An association
reads its own, and anyone what stands on the site: both follow from the keys of the record.
The Party cell, the planning of cadres and their appointment are for the leader and the
office manager alone.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.associations.choices import (
    ADMISSION_VERBS,
    CONGRESS_VERBS,
    AdmissionState,
    BodyKind,
)
from lienhiep.associations.models import (
    Admission,
    Appointment,
    Body,
    CadrePlan,
    Congress,
    Membership,
    MemberStatement,
    PersonsAdmitted,
    Position,
    Seat,
    Term,
)
from lienhiep.core.principals import ANYONE, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE

MANAGER = frozenset({role_key(Role.OFFICE_MANAGER)})
KEEPERS = MANAGER | {role_key(Role.OFFICER)}
STAFF = frozenset(role_key(role) for role in STAFF_ROLES)
TRUSTED = MANAGER | {role_key(Role.LEADER)}
"""Those who read what is sensitive about persons."""


class AssociationsPolicy(RowPolicy):
    """Staff of the Union read; officers make, change and delete."""

    readers_of_all = STAFF
    verbs = {ADD: KEEPERS, CHANGE: KEEPERS, DELETE: KEEPERS}
    for_the_office: frozenset[str] = frozenset()
    """Fields that readers of the site do not see."""

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep what is between the office and the association from everybody else."""
        if principals(user) & STAFF:
            return frozenset()
        return self.for_the_office


class OpenPolicy(AssociationsPolicy):
    """Reference data that everyone may know."""

    readers_of_all = frozenset({ANYONE})


class TrustedPolicy(AssociationsPolicy):
    """Only the leader and the office manager read all; the rest follows from the record."""

    readers_of_all = TRUSTED


class MembershipPolicy(AssociationsPolicy):
    """Memberships: what has ended is put back, not ended again."""

    verbs = {**AssociationsPolicy.verbs, "leave_union": KEEPERS, "return_to_union": KEEPERS}
    for_the_office = frozenset(
        {"leaving_reason", "leaving_decision", "founding_file", "charter_file"}
    )

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer leaving while it lasts, and putting back once it has ended."""
        if verb == "leave_union":
            return row.until is None
        return verb != "return_to_union" or row.until is not None


class AdmissionPolicy(AssociationsPolicy):
    """Applications: a decision stands fast until it is taken back."""

    verbs = {**AssociationsPolicy.verbs, **dict.fromkeys(ADMISSION_VERBS, KEEPERS)}
    for_the_office = frozenset({"note", "dossier"})

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the application admits it."""
        if verb == DELETE:
            return row.state == AdmissionState.RECEIVED
        return row.state in ADMISSION_VERBS.get(verb, frozenset(AdmissionState))


class BodyPolicy(TrustedPolicy):
    """Bodies: dissolving ends the seats as well."""

    verbs = {**TrustedPolicy.verbs, "dissolve_body": KEEPERS, "restore_body": KEEPERS}
    for_the_office = frozenset({"note", "decision", "ending_reason"})

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer dissolving while the body exists, and restoring afterwards."""
        if verb == "dissolve_body":
            return row.until is None
        return verb != "restore_body" or row.until is not None


class TermPolicy(TrustedPolicy):
    """Terms follow from congresses; older ones are entered by hand."""

    for_the_office = frozenset({"note"})


class SeatPolicy(TrustedPolicy):
    """Seats: what was left is put back, not left again."""

    verbs = {
        **TrustedPolicy.verbs,
        "fill_seat": KEEPERS,
        "leave_seat": KEEPERS,
        "return_to_seat": KEEPERS,
    }
    for_the_office = frozenset({"decision", "leaving", "leaving_note"})

    def masked_in_files(self, row: models.Model) -> frozenset[str]:
        """Leave out who sits in a Party cell: it tells a political view, which is sensitive."""
        if row.body.kind == BodyKind.PARTY_CELL:
            return frozenset({"person", "other_office", "leaving_note"})
        return frozenset()

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer leaving while the seat is held, and putting back once it was left."""
        if verb == "leave_seat":
            return row.until is None
        return verb != "return_to_seat" or row.until is not None


class CongressPolicy(TrustedPolicy):
    """Congresses: planned and recorded by the office."""

    verbs = {
        **TrustedPolicy.verbs,
        "plan_congress": KEEPERS,
        **dict.fromkeys(CONGRESS_VERBS, KEEPERS),
    }
    for_the_office = frozenset(
        {"note", "approval", "cancelling_reason", "reported_on", "resolution_file"}
    )

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the congress admits it; what was held stays."""
        if verb == DELETE:
            return row.held_on is None
        states = CONGRESS_VERBS.get(verb)
        return states is None or row.state in states


class StatementPolicy(AssociationsPolicy):
    """What associations state: taken back with a reason, so that the figures can tell."""

    verbs = {
        **AssociationsPolicy.verbs,
        "take_back_statement": KEEPERS,
        "restore_statement": KEEPERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Keep what was taken back as it was."""
        if verb in (CHANGE, "take_back_statement"):
            return row.taken_back_on is None
        return verb != "restore_statement" or row.taken_back_on is not None


class CadrePolicy(TrustedPolicy):
    """Cadre plans: kept by the office manager, read by the leader as well."""

    verbs = {ADD: MANAGER, CHANGE: MANAGER, DELETE: MANAGER, "review_plan": MANAGER}


class AppointmentPolicy(TrustedPolicy):
    """Appointments: revoked with a reason."""

    verbs = {
        ADD: MANAGER,
        CHANGE: MANAGER,
        DELETE: MANAGER,
        "appoint": MANAGER,
        "revoke_appointment": MANAGER,
        "restore_appointment": MANAGER,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer revoking while it stands, and restoring afterwards."""
        if verb in (CHANGE, "revoke_appointment"):
            return row.revoked_on is None
        return verb != "restore_appointment" or row.revoked_on is not None


POLICIES: dict[type[models.Model], type[RowPolicy]] = {
    Admission: AdmissionPolicy,
    Appointment: AppointmentPolicy,
    Body: BodyPolicy,
    CadrePlan: CadrePolicy,
    Congress: CongressPolicy,
    MemberStatement: StatementPolicy,
    Membership: MembershipPolicy,
    PersonsAdmitted: StatementPolicy,
    Position: OpenPolicy,
    Seat: SeatPolicy,
    Term: TermPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
