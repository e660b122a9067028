"""Who may do what with the journal.

The journal secretary does everything but sign; an editor works on articles; a leader signs;
the leader and the office manager read all. Contributors read their own manuscripts and
anyone reads what has been published: both follow from the keys of the record.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import ANYONE, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.journal.choices import (
    ARTICLE_VERBS,
    IN_PREPARATION,
    ISSUE_VERBS,
    ArticleState,
    IssueState,
)
from lienhiep.journal.models import (
    Article,
    Delivery,
    DistributionList,
    Issue,
    Licence,
    ReceivedExchange,
    Subject,
    YearPlan,
)

SECRETARY = frozenset({role_key(Role.JOURNAL_SECRETARY)})
EDITORS = SECRETARY | {role_key(Role.EDITOR)}
SIGNERS = frozenset({role_key(Role.LEADER)})
READERS = EDITORS | SIGNERS | {role_key(Role.OFFICE_MANAGER)}
CONTRIBUTORS = frozenset({role_key(Role.CONTRIBUTOR)})
SENDERS = EDITORS | CONTRIBUTORS


UNTIL_SENT = frozenset({"reopen_issue", "snapshot_distribution"})
"""Verbs that rewrite what a recipient may hold in hand already."""


BETWEEN_OFFICE_AND_CONTRIBUTOR = frozenset(
    {
        "manuscript",
        "received_on",
        "channel",
        "accepted_on",
        "refused_on",
        "refusal_reason",
        "proof_asked_on",
        "proof_due_on",
        "proof_answered_on",
        "proof_remarks",
    }
)
"""What a reader of a published article does not see."""


class JournalPolicy(RowPolicy):
    """Staff of the journal read; the secretary makes, changes and deletes."""

    readers_of_all = READERS
    verbs = {ADD: SECRETARY, CHANGE: SECRETARY, DELETE: SECRETARY}


class OpenPolicy(JournalPolicy):
    """What every reader of the journal may know: its subjects and its licence."""

    readers_of_all = frozenset({ANYONE})


class YearPlanPolicy(JournalPolicy):
    """The leader approves the plan that the secretary makes."""

    verbs = {**JournalPolicy.verbs, "approve_plan": SIGNERS}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """An approved plan is not approved again, and does not vanish."""
        if verb in ("approve_plan", DELETE):
            return row.approved_on is None
        return True


class IssuePolicy(JournalPolicy):
    """Issues: the signature is the leader's alone, so that two people answer for each."""

    verbs = {
        **JournalPolicy.verbs,
        **dict.fromkeys(ISSUE_VERBS, SECRETARY),
        "sign_for_print": SIGNERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the issue admits it."""
        if verb == DELETE:
            return row.state in IN_PREPARATION
        if verb == CHANGE:
            return row.state != IssueState.WITHDRAWN
        if verb in UNTIL_SENT and row.has_been_sent:
            return False
        return row.state in ISSUE_VERBS.get(verb, frozenset(IssueState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Readers of a published issue do not see how it was made."""
        if principals(user) & READERS:
            return frozenset()
        return frozenset({"stage", "signed_by", "planned_on", "deposit_receipt"})


class ArticlePolicy(JournalPolicy):
    """Articles: editors work on them too, and a contributor may send one in."""

    verbs = {
        ADD: EDITORS,
        CHANGE: EDITORS,
        DELETE: SECRETARY,
        **dict.fromkeys(ARTICLE_VERBS, SECRETARY),
        "ask_for_proof": EDITORS,
        "answer_proof": CONTRIBUTORS,
        "receive_article": SENDERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the manuscript admits it.

        What stands in a signed issue is in print: only the secretary corrects it from then on.
        """
        if verb == DELETE:
            return row.state in (ArticleState.RECEIVED, ArticleState.REFUSED)
        if row.issue is not None and row.issue.state not in IN_PREPARATION:
            return verb == CHANGE and bool(principals(user) & SECRETARY)
        if verb == "answer_proof":
            return row.waits_for_proof and bool(principals(user) & row.contributor_keys())
        return row.state in ARTICLE_VERBS.get(verb, frozenset(ArticleState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep the manuscript and its fate between the office and the contributor."""
        held = principals(user)
        if held & READERS or (row is not None and held & row.contributor_keys()):
            return frozenset()
        return BETWEEN_OFFICE_AND_CONTRIBUTOR


class DeliveryPolicy(JournalPolicy):
    """Addresses are for the office only; a line that was sent is corrected, not deleted."""

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Keep what was sent."""
        return verb != DELETE or row.sent_on is None


class ReceivedExchangePolicy(JournalPolicy):
    """Journals that came in exchange: whoever opens the parcel may record it."""

    verbs = {**JournalPolicy.verbs, "record_exchange": EDITORS}


POLICIES = {
    Article: ArticlePolicy,
    Delivery: DeliveryPolicy,
    DistributionList: JournalPolicy,
    Issue: IssuePolicy,
    Licence: OpenPolicy,
    ReceivedExchange: ReceivedExchangePolicy,
    Subject: OpenPolicy,
    YearPlan: YearPlanPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
