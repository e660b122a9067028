"""What people do with conferences, courses and partners: one function for each verb.

Whoever calls has asked `rules` first. Each function guards its own business rule, does its
work in one transaction, and leaves one entry in the history that names who did it.
"""

from lienhiep.events.actions.holding import (
    Present,
    hold_course,
    record_attendance,
    record_conclusions,
    record_held,
    undo_held,
)
from lienhiep.events.actions.planning import (
    cancel_event,
    plan_conference,
    plan_course,
    postpone_event,
    restore_event,
    set_days,
)
from lienhiep.events.actions.programme import (
    end_programme,
    prepare_programme,
    record_result,
    resume_programme,
    sign_programme,
    undo_signing,
)
from lienhiep.events.actions.registration import (
    check_in,
    close_registration,
    empty_registration,
    forget_registration,
    open_registration,
    register_attendee,
    restore_registration,
    undo_check_in,
    withdraw_registration,
)
from lienhiep.events.actions.support import (
    promise_sponsorship,
    receive_sponsorship,
    record_charity,
    record_delegation,
    release_sponsorship,
    renew_promise,
    undo_receipt,
)

__all__ = [
    "Present",
    "cancel_event",
    "check_in",
    "close_registration",
    "empty_registration",
    "end_programme",
    "forget_registration",
    "hold_course",
    "open_registration",
    "plan_conference",
    "plan_course",
    "postpone_event",
    "prepare_programme",
    "promise_sponsorship",
    "receive_sponsorship",
    "record_attendance",
    "record_charity",
    "record_conclusions",
    "record_delegation",
    "record_held",
    "record_result",
    "register_attendee",
    "release_sponsorship",
    "renew_promise",
    "restore_event",
    "restore_registration",
    "resume_programme",
    "set_days",
    "sign_programme",
    "undo_check_in",
    "undo_held",
    "undo_receipt",
    "undo_signing",
    "withdraw_registration",
]
