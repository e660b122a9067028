"""What people do with contests: one function for each verb.

Whoever calls has asked `rules` first. Each function guards its own business rule, does its
work in one transaction, and leaves one entry in the history that names who did it.
"""

from lienhiep.contests.actions.consent import ConsentGiven
from lienhiep.contests.actions.edition import (
    cancel_edition,
    open_edition,
    publish_results,
    restore_edition,
    take_back_results,
)
from lienhiep.contests.actions.entry import (
    AuthorRow,
    Contact,
    accept_entry,
    add_papers,
    receive_entry,
    refuse_entry,
    restore_entry,
    take_back_check,
    withdraw_entry,
)
from lienhiep.contests.actions.forgetting import forget_contacts
from lienhiep.contests.actions.jury import (
    appoint_juror,
    assign_jurors,
    dismiss_juror,
    excuse_juror,
    recall_juror,
    reopen_score,
    submit_score,
)
from lienhiep.contests.actions.loading import EntryRow, load_entries
from lienhiep.contests.actions.national import (
    nominate_entry,
    recall_nomination,
    record_national_result,
    restore_nomination,
    take_back_national_result,
)
from lienhiep.contests.actions.papers import record_author_papers
from lienhiep.contests.actions.prize import (
    award_prize,
    issue_certificates,
    restore_prize,
    withdraw_prize,
)

__all__ = [
    "AuthorRow",
    "ConsentGiven",
    "Contact",
    "EntryRow",
    "accept_entry",
    "add_papers",
    "appoint_juror",
    "assign_jurors",
    "award_prize",
    "cancel_edition",
    "dismiss_juror",
    "excuse_juror",
    "forget_contacts",
    "issue_certificates",
    "load_entries",
    "nominate_entry",
    "open_edition",
    "publish_results",
    "recall_juror",
    "recall_nomination",
    "receive_entry",
    "record_author_papers",
    "record_national_result",
    "refuse_entry",
    "reopen_score",
    "restore_edition",
    "restore_entry",
    "restore_nomination",
    "restore_prize",
    "submit_score",
    "take_back_check",
    "take_back_national_result",
    "take_back_results",
    "withdraw_entry",
    "withdraw_prize",
]
