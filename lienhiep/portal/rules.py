"""Who may do what with the site's own records."""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.portal.choices import CONTACT_VERBS, QUESTION_VERBS
from lienhiep.portal.models import (
    Album,
    ContactKind,
    ContactMessage,
    FormerAddress,
    Poll,
    Question,
    QuestionCategory,
    Subscription,
    Video,
)

KEEPERS = frozenset({role_key(Role.EDITOR), role_key(Role.ADMINISTRATOR)})


class FormerAddressPolicy(RowPolicy):
    """Editors and the administrator say what became of an address."""

    readers_of_all = KEEPERS
    verbs = {ADD: KEEPERS, CHANGE: KEEPERS, DELETE: KEEPERS}


EDITORS = frozenset({role_key(Role.EDITOR)})
OFFICE = frozenset({role_key(Role.OFFICE_MANAGER), role_key(Role.RECORDS_CLERK)})
ANSWERERS = OFFICE | EDITORS | {role_key(Role.OFFICER)}
LOOKERS = ANSWERERS | {role_key(Role.LEADER)}


class PollPolicy(RowPolicy):
    """Editors make polls; what readers see of them stands on the site."""

    readers_of_all = LOOKERS
    verbs = {ADD: EDITORS, CHANGE: EDITORS, DELETE: EDITORS}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Keep a poll in which somebody has voted."""
        if verb == DELETE:
            return not row.votes.exists() and not row.options.filter(opening_count__gt=0).exists()
        return True


class ContactKindPolicy(RowPolicy):
    """The office says on what matters people write to it."""

    readers_of_all = LOOKERS
    verbs = {ADD: OFFICE, CHANGE: OFFICE, DELETE: OFFICE}


class ContactMessagePolicy(RowPolicy):
    """Letters: the office gives them out; whom one was given to answers it.

    An officer reads only what was given to them: people write of private things.
    """

    readers_of_all = OFFICE | {role_key(Role.LEADER)}
    verbs = dict.fromkeys(CONTACT_VERBS, ANSWERERS) | {"assign_message": OFFICE}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the letter admits it."""
        return row.state in CONTACT_VERBS.get(verb, frozenset())

    def masked_in_files(self, row: models.Model) -> frozenset[str]:
        """Let nobody carry off addresses in a spreadsheet."""
        return frozenset({"email", "phone"})


FOR_THE_OFFICE = frozenset({"name", "place", "email", "decided_by", "refusal_reason"})
"""What readers of an answered question do not see of its record."""


class QuestionCategoryPolicy(RowPolicy):
    """Editors sort questions into fields."""

    readers_of_all = LOOKERS
    verbs = {ADD: EDITORS, CHANGE: EDITORS, DELETE: EDITORS}


class QuestionPolicy(RowPolicy):
    """Questions: the office and editors answer them; anyone reads what is answered."""

    readers_of_all = LOOKERS
    verbs = {
        CHANGE: ANSWERERS,
        **dict.fromkeys(QUESTION_VERBS, EDITORS | OFFICE),
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the question admits it."""
        return verb == CHANGE or row.state in QUESTION_VERBS.get(verb, frozenset())

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep from readers who asked."""
        return frozenset() if principals(user) & LOOKERS else FOR_THE_OFFICE

    def masked_in_files(self, row: models.Model) -> frozenset[str]:
        """Let nobody carry off addresses in a spreadsheet."""
        return frozenset({"email"})


class SubscriptionPolicy(RowPolicy):
    """Editors see who reads the digest, and take an address out when asked to."""

    readers_of_all = EDITORS | {role_key(Role.ADMINISTRATOR)}
    verbs = {DELETE: readers_of_all, "end_subscription": readers_of_all}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """End what has not ended."""
        return verb != "end_subscription" or row.ended_at is None

    def masked_in_files(self, row: models.Model) -> frozenset[str]:
        """Let nobody carry off addresses in a spreadsheet."""
        return frozenset({"email"})


class ShownPolicy(RowPolicy):
    """Albums and films: editors make and publish them, officers prepare them."""

    readers_of_all = LOOKERS
    verbs = {
        ADD: EDITORS | {role_key(Role.OFFICER)},
        CHANGE: EDITORS | {role_key(Role.OFFICER)},
        DELETE: EDITORS,
        **dict.fromkeys(
            ("publish_album", "withdraw_album", "publish_video", "withdraw_video"), EDITORS
        ),
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Publish what is not on the site, take off what is; delete no public thing."""
        if verb == DELETE or verb.startswith("publish_"):
            return not row.is_open_to_readers
        if verb.startswith("withdraw_"):
            return row.is_open_to_readers
        return True


POLICIES = {
    Album: ShownPolicy,
    Video: ShownPolicy,
    FormerAddress: FormerAddressPolicy,
    Poll: PollPolicy,
    ContactKind: ContactKindPolicy,
    ContactMessage: ContactMessagePolicy,
    QuestionCategory: QuestionCategoryPolicy,
    Question: QuestionPolicy,
    Subscription: SubscriptionPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
