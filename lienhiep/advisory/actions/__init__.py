"""What people do with advice, science tasks and projects: one function for each verb.

Whoever calls has asked `rules` first. Each function guards its own business rule, does its
work in one transaction, and leaves one entry in the history that names who did it.
"""

from lienhiep.advisory.actions.council import (
    bring_back_member,
    hold_session,
    name_member,
    release_member,
    restore_opinion,
    return_opinion,
    set_up_council,
    state_interest,
    submit_opinion,
)
from lienhiep.advisory.actions.outside import (
    decline_invitation,
    drop_draft,
    name_delegate,
    receive_draft,
    receive_invitation,
    record_attendance,
    send_comment,
    take_back_comment,
    take_back_invitation,
)
from lienhiep.advisory.actions.project import (
    Partner,
    open_project,
    report_project,
    restore_project_report,
    resume_project,
    stop_project,
    void_project_report,
)
from lienhiep.advisory.actions.science import (
    accept_result,
    extend_science_task,
    open_science_task,
    stop_science_task,
    take_back_science_step,
)
from lienhiep.advisory.actions.task import (
    Part,
    Reply,
    accept_task,
    answer_recommendation,
    cancel_task,
    close_task,
    decline_task,
    deliver_report,
    receive_task,
    record_payment,
    record_reply,
)
from lienhiep.advisory.actions.undoing import take_back_payment, take_back_step

__all__ = [
    "Part",
    "Partner",
    "Reply",
    "accept_result",
    "accept_task",
    "answer_recommendation",
    "bring_back_member",
    "cancel_task",
    "close_task",
    "decline_invitation",
    "decline_task",
    "deliver_report",
    "drop_draft",
    "extend_science_task",
    "hold_session",
    "name_delegate",
    "name_member",
    "open_project",
    "open_science_task",
    "receive_draft",
    "receive_invitation",
    "receive_task",
    "record_attendance",
    "record_payment",
    "record_reply",
    "release_member",
    "report_project",
    "restore_opinion",
    "restore_project_report",
    "resume_project",
    "return_opinion",
    "send_comment",
    "set_up_council",
    "state_interest",
    "stop_project",
    "stop_science_task",
    "submit_opinion",
    "take_back_comment",
    "take_back_invitation",
    "take_back_payment",
    "take_back_science_step",
    "take_back_step",
    "void_project_report",
]
