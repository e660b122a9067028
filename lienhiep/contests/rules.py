"""Who may do what with contests.

The contest organiser does everything but score; a juror scores, and knows an entry by its
code; the leader, the office manager and the accountant read. Authors and mentors read their
own entries, and anyone reads a published prize: both follow from the keys of the record.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import Role
from lienhiep.contests.choices import (
    EDITION_VERBS,
    ENTRY_VERBS,
    NOMINATION_VERBS,
    PRIZE_VERBS,
    SHEET_VERBS,
    EditionState,
    EntryState,
)
from lienhiep.contests.models import (
    Contest,
    Edition,
    Entry,
    Juror,
    Nomination,
    Prize,
    Score,
)
from lienhiep.core.principals import ANYONE, person_key, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE

ORGANISERS = frozenset({role_key(Role.CONTEST_ORGANISER)})
JURORS = frozenset({role_key(Role.JUROR)})
CONTESTANTS = frozenset({role_key(Role.CONTESTANT)})
READERS = ORGANISERS | {
    role_key(Role.LEADER),
    role_key(Role.OFFICE_MANAGER),
    role_key(Role.ACCOUNTANT),
}
NOBODY: frozenset[str] = frozenset()

TELLING_WHO = frozenset(
    {"unit", "unit_text", "unit_label", "commune", "is_mountain_area", "sent_by", "byline"}
)
"""What tells a juror or the public from where an entry comes."""

BETWEEN_OFFICE_AND_AUTHORS = TELLING_WHO | {
    "code",
    "received_on",
    "channel",
    "description",
    "photo",
    "accepted_on",
    "refused_on",
    "refusal_reason",
    "withdrawn_on",
    "withdrawal_reason",
    "mean",
    "spread",
    "sheets_in",
    "sheets_owed",
}
"""What the public does not see of an entry with a prize; its page asks the consents."""


class ContestsPolicy(RowPolicy):
    """Those who answer for contests read; the organiser makes, changes and deletes."""

    readers_of_all = READERS
    verbs = {ADD: ORGANISERS, CHANGE: ORGANISERS, DELETE: ORGANISERS}


class ContestPolicy(ContestsPolicy):
    """Which contests there are, anyone may know."""

    readers_of_all = frozenset({ANYONE})


class EditionPolicy(ContestsPolicy):
    """Editions: made, judged and closed by the organiser."""

    verbs = {**ContestsPolicy.verbs, **dict.fromkeys(EDITION_VERBS, ORGANISERS)}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the dates of the edition admit it."""
        if verb == DELETE:
            return row.state == EditionState.PLANNED  # with entries the database refuses
        return row.state in EDITION_VERBS.get(verb, frozenset(EditionState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """What is discussed among jurors is for the office."""
        return frozenset() if principals(user) & READERS else frozenset({"spread_limit"})


class EntryPolicy(ContestsPolicy):
    """Entries: received from anyone who takes part, checked by the organiser."""

    verbs = {
        **ContestsPolicy.verbs,
        **dict.fromkeys(ENTRY_VERBS, ORGANISERS),
        "receive_entry": ORGANISERS | CONTESTANTS,
        "record_author_papers": ORGANISERS,
        "add_papers": CONTESTANTS,
        "withdraw_entry": ORGANISERS | CONTESTANTS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the entry and its edition admit it."""
        held = principals(user)
        if verb == DELETE:
            return row.state == EntryState.RECEIVED
        if verb == "withdraw_entry" and not held & (ORGANISERS | row.author_keys()):
            return False
        if verb == "add_papers":
            return row.state == EntryState.RECEIVED and bool(held & row.author_keys())
        if verb == "award_prize":
            edition_admits = row.edition.state in EDITION_VERBS["award_prize"]
            if not edition_admits or row.prizes.filter(edition=row.edition_id).exists():
                return False
        if verb == "nominate_entry" and not _may_go_on(row):
            return False
        return row.state in ENTRY_VERBS.get(verb, frozenset(EntryState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep from jurors who entered it, and from the public all that is not on its page."""
        held = principals(user)
        if held & READERS:
            return NOBODY
        if row is None:
            return BETWEEN_OFFICE_AND_AUTHORS
        if held & row.author_keys():
            return frozenset({"mean", "spread", "sheets_in", "sheets_owed"})
        if held & row.juror_keys():
            return TELLING_WHO
        return BETWEEN_OFFICE_AND_AUTHORS


class NominationPolicy(ContestsPolicy):
    """Nominations: sent and answered by the organiser; they begin at the entry."""

    verbs = {
        CHANGE: ORGANISERS,
        DELETE: NOBODY,
        **dict.fromkeys(NOMINATION_VERBS, ORGANISERS),
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the nomination admits it."""
        return verb not in NOMINATION_VERBS or row.state in NOMINATION_VERBS[verb]


class PrizePolicy(ContestsPolicy):
    """Prizes: given at the entry, corrected and withdrawn here."""

    verbs = {
        CHANGE: ORGANISERS,
        DELETE: NOBODY,
        **dict.fromkeys(PRIZE_VERBS, ORGANISERS),
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the prize admits it."""
        return verb not in PRIZE_VERBS or row.state in PRIZE_VERBS[verb]


class JurorPolicy(ContestsPolicy):
    """Jurors: appointed by the organiser; they leave with a reason and do not vanish."""

    verbs = {
        ADD: ORGANISERS,
        CHANGE: ORGANISERS,
        DELETE: NOBODY,
        "dismiss_juror": ORGANISERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """A juror leaves once."""
        return verb != "dismiss_juror" or row.ended_on is None


class ScorePolicy(ContestsPolicy):
    """Sheets: filled in by their juror alone; nobody types points for somebody else."""

    readers_of_all = READERS - {role_key(Role.ACCOUNTANT)}
    verbs = {
        DELETE: NOBODY,
        "submit_score": JURORS,
        "excuse_juror": ORGANISERS | JURORS,
        "recall_juror": ORGANISERS,
        "reopen_score": ORGANISERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the sheet admits it, and scoring to its own juror only."""
        held = principals(user)
        if verb == "submit_score" and person_key(row.juror.person_id) not in held:
            return False
        if verb in ("submit_score", "excuse_juror") and row.juror.ended_on is not None:
            return False
        return verb not in SHEET_VERBS or row.state in SHEET_VERBS[verb]


def may_judge(user: Any) -> bool:
    """Return whether somebody has a juror's desk: the role, and a person on record."""
    return bool(principals(user) & JURORS) and user.person_id is not None


def _may_go_on(entry: Any) -> bool:
    return (
        entry.edition.leads_to_id is not None
        and not entry.nominations.filter(edition=entry.edition.leads_to_id).exists()
    )


POLICIES = {
    Contest: ContestPolicy,
    Edition: EditionPolicy,
    Entry: EntryPolicy,
    Juror: JurorPolicy,
    Nomination: NominationPolicy,
    Prize: PrizePolicy,
    Score: ScorePolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
