"""Who may do what with honours and nominations.

The office (office manager, officers) records, prepares and hands over; a leader or the office
manager decides what the Union itself gives; a leader alone revokes. A contact officer
nominates for their own association and follows it. Anyone reads what is public.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import ANYONE, organisation_key, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.honours.choices import (
    HONOUR_VERBS,
    NOMINATION_VERBS,
    Direction,
    HonourState,
    NominationState,
)
from lienhiep.honours.models import EmulationResult, Honour, HonourForm, Nomination
from lienhiep.honours.models.honour import direction_of

LEADERS = frozenset({role_key(Role.LEADER)})
DECIDERS = LEADERS | {role_key(Role.OFFICE_MANAGER)}
CLERKS = frozenset({role_key(Role.OFFICE_MANAGER), role_key(Role.OFFICER)})
OFFICE = CLERKS | LEADERS
READERS = OFFICE | {
    role_key(Role.RECORDS_CLERK),
    role_key(Role.ACCOUNTANT),
    role_key(Role.CONTEST_ORGANISER),
}
CONTACTS = frozenset({role_key(Role.CONTACT_OFFICER)})

OF_THE_OFFICE = frozenset(
    {"money", "file", "nominee", "is_pupil", "concerns_child", "revocation_reason"}
)
"""What a reader outside the office does not see of an honour."""

COUNCIL_ONLY = frozenset({"minutes", "votes_of"})
"""What the proposer of a nomination does not see of it."""


class CommendationPolicy(RowPolicy):
    """The office reads; its clerks make, change and delete."""

    readers_of_all = READERS
    verbs = {ADD: CLERKS, CHANGE: CLERKS, DELETE: CLERKS}


class HonourFormPolicy(CommendationPolicy):
    """Forms of honour are known to everyone; the office manager keeps their list."""

    readers_of_all = frozenset({ANYONE})
    verbs = dict.fromkeys((ADD, CHANGE, DELETE), frozenset({role_key(Role.OFFICE_MANAGER)}))


class HonourPolicy(CommendationPolicy):
    """Honours: what the Union gives is decided by a leader or the office manager."""

    verbs = {
        **CommendationPolicy.verbs,
        **dict.fromkeys(HONOUR_VERBS, OFFICE),
        "record_received_honour": CLERKS,
        "revoke_honour": LEADERS,
        "reinstate": LEADERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the honour admits it."""
        if verb == DELETE:
            return row.state == HonourState.PROPOSED
        if verb == CHANGE:
            return row.state != HonourState.REVOKED
        is_ours = verb in ("decide_honours", "take_back_decision") and row.is_given
        if is_ours and not principals(user) & DECIDERS:
            return False
        return row.state in HONOUR_VERBS.get(verb, frozenset(HonourState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep money, scans and the way of the nomination in the office."""
        return frozenset() if principals(user) & READERS else OF_THE_OFFICE


class NominationPolicy(CommendationPolicy):
    """Nominations: the proposer follows its own, completes and withdraws it."""

    verbs = {
        **CommendationPolicy.verbs,
        **dict.fromkeys(NOMINATION_VERBS, OFFICE),
        "nominate": CLERKS | CONTACTS,
        "resubmit_nomination": CLERKS | CONTACTS,
        "withdraw_nomination": CLERKS | CONTACTS,
        "refuse_nomination": DECIDERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the nomination admits it."""
        if verb in (CHANGE, DELETE):
            return row.state not in (NominationState.DECIDED, NominationState.WITHDRAWN)
        is_ours = verb == "decide_honours" and direction_of(row.awarding_body) == Direction.GIVEN
        if is_ours and not principals(user) & DECIDERS:
            return False
        return row.state in NOMINATION_VERBS.get(verb, frozenset(NominationState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep the votes of the council in the office."""
        return frozenset() if principals(user) & READERS else COUNCIL_ONLY


def organisations_of(user: Any) -> set[int]:
    """Return the ids of the organisations for which somebody acts (keys "org:...")."""
    prefix = organisation_key(0).removesuffix("0")
    return {int(key.removeprefix(prefix)) for key in principals(user) if key.startswith(prefix)}


POLICIES = {
    EmulationResult: CommendationPolicy,
    Honour: HonourPolicy,
    HonourForm: HonourFormPolicy,
    Nomination: NominationPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
