"""What people do with the journal: one function for each verb.

Whoever calls has asked `rules` first. Each function guards its own business rule, does its
work in one transaction, and leaves one entry in the history that names who did it.
"""

from lienhiep.journal.actions.article import (
    Byline,
    accept_article,
    place_article,
    receive_article,
    refuse_article,
    take_back_decision,
    take_out_article,
)
from lienhiep.journal.actions.distribution import (
    deliver_issue,
    record_exchange,
    snapshot_distribution,
)
from lienhiep.journal.actions.issue import (
    mark_printed,
    move_issue,
    open_issue,
    publish_issue,
    record_deposit,
    sign_for_print,
)
from lienhiep.journal.actions.loading import ArticleRow, load_articles
from lienhiep.journal.actions.plan import approve_plan, plan_year, set_subject_targets
from lienhiep.journal.actions.proof import answer_proof, ask_for_proof
from lienhiep.journal.actions.undoing import reopen_issue, restore_issue, withdraw_issue

__all__ = [
    "ArticleRow",
    "Byline",
    "accept_article",
    "answer_proof",
    "approve_plan",
    "ask_for_proof",
    "deliver_issue",
    "load_articles",
    "mark_printed",
    "move_issue",
    "open_issue",
    "place_article",
    "plan_year",
    "publish_issue",
    "receive_article",
    "record_deposit",
    "record_exchange",
    "refuse_article",
    "reopen_issue",
    "restore_issue",
    "set_subject_targets",
    "sign_for_print",
    "snapshot_distribution",
    "take_back_decision",
    "take_out_article",
    "withdraw_issue",
]
