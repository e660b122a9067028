"""What people do in commendation: one function for each verb."""

from lienhiep.honours.actions.conferring import (
    confer_decision,
    confer_honours,
    confer_nomination,
    take_back_conferral,
)
from lienhiep.honours.actions.deciding import (
    Subject,
    add_to_decision,
    decide_honours,
    decide_nomination,
    decide_proposed,
    record_received_honour,
    take_back_decision,
)
from lienhiep.honours.actions.forms import load_forms
from lienhiep.honours.actions.nominating import (
    Candidate,
    nominate,
    record_votes,
    refuse_nomination,
    reopen_nomination,
    resubmit_nomination,
    return_nomination,
    withdraw_nomination,
)
from lienhiep.honours.actions.revoking import reinstate, revoke_honour

__all__ = [
    "Candidate",
    "Subject",
    "add_to_decision",
    "confer_decision",
    "confer_honours",
    "confer_nomination",
    "decide_honours",
    "decide_nomination",
    "decide_proposed",
    "load_forms",
    "nominate",
    "record_received_honour",
    "record_votes",
    "refuse_nomination",
    "reinstate",
    "reopen_nomination",
    "resubmit_nomination",
    "return_nomination",
    "revoke_honour",
    "take_back_conferral",
    "take_back_decision",
    "withdraw_nomination",
]
