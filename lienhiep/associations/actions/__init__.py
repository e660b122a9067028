"""What people do with members, bodies and seats: one function for each verb.

Whoever calls has asked `rules` first. Each function guards its own business rule, does its
work in one transaction, and leaves one entry in the history that names who did it.
"""

from lienhiep.associations.actions.admission import (
    admit_member,
    refuse_admission,
    take_back_decision,
    withdraw_application,
)
from lienhiep.associations.actions.cadre import (
    appoint,
    restore_appointment,
    review_plan,
    revoke_appointment,
)
from lienhiep.associations.actions.congress import (
    cancel_congress,
    hold_congress,
    plan_congress,
    reopen_congress,
    report_congress,
)
from lienhiep.associations.actions.membership import leave_union, return_to_union
from lienhiep.associations.actions.seat import (
    dissolve_body,
    fill_seat,
    leave_seat,
    restore_body,
    return_to_seat,
)
from lienhiep.associations.actions.statement import (
    record_persons_admitted,
    restore_statement,
    state_members,
    take_back_statement,
)

__all__ = [
    "admit_member",
    "appoint",
    "cancel_congress",
    "dissolve_body",
    "fill_seat",
    "hold_congress",
    "leave_seat",
    "leave_union",
    "plan_congress",
    "record_persons_admitted",
    "refuse_admission",
    "reopen_congress",
    "report_congress",
    "restore_appointment",
    "restore_body",
    "restore_statement",
    "return_to_seat",
    "return_to_union",
    "review_plan",
    "revoke_appointment",
    "state_members",
    "take_back_decision",
    "take_back_statement",
    "withdraw_application",
]
