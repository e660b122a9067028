"""What this room hangs up in the back office: its screens and the names of its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.advisory.viewsets import AdvisoryViewSetGroup

VERBS = {
    "receive_task": (_("Receive a task"), _("Received the task")),
    "accept_task": (_("Accept the task"), _("Accepted the task")),
    "decline_task": (_("Decline the task"), _("Declined the task")),
    "name_member": (_("Name a council member"), _("Named a council member")),
    "state_interest": (_("State the interest"), _("Stated the interest")),
    "set_up_council": (_("Set up the council"), _("The council was set up")),
    "submit_opinion": (_("Hand in the paper"), _("Handed in the paper")),
    "return_opinion": (_("Give the paper back"), _("Gave the paper back")),
    "restore_opinion": (_("Let the paper stand again"), _("Took the paper in again")),
    "release_member": (_("Release from the council"), _("Released the member")),
    "bring_back_member": (_("Bring back into the council"), _("Brought the member back")),
    "hold_session": (_("Record the council's meeting"), _("Recorded the council's meeting")),
    "deliver_report": (_("Deliver the report"), _("Delivered the report")),
    "record_reply": (_("Record the reply"), _("Recorded the reply")),
    "answer_recommendation": (_("Correct the answer"), _("Corrected the answer")),
    "record_payment": (_("Record the payment"), _("Recorded the payment")),
    "take_back_payment": (_("Take back the payment"), _("Took back the payment")),
    "close_task": (_("Close the file"), _("Closed the file")),
    "cancel_task": (_("Cancel the task"), _("Cancelled the task")),
    "take_back_step": (
        _("Take back the last step of the task"),
        _("Took back the last step of the task"),
    ),
    "receive_invitation": (_("Receive an invitation"), _("Received the invitation")),
    "name_delegate": (_("Name the delegate"), _("Named the delegate")),
    "record_attendance": (
        _("Record that the delegate took part"),
        _("Recorded that the delegate took part"),
    ),
    "decline_invitation": (_("Decline the invitation"), _("Declined the invitation")),
    "take_back_invitation": (
        _("Take back the last step of the invitation"),
        _("Took back the last step of the invitation"),
    ),
    "receive_draft": (_("Receive a draft"), _("Received the draft")),
    "send_comment": (_("Record that the comment was sent"), _("Sent the comment")),
    "drop_draft": (_("Leave without a comment"), _("Left the draft without a comment")),
    "take_back_comment": (_("Let the draft wait again"), _("Let the draft wait for a comment")),
    "open_science_task": (_("Open a science task"), _("Opened the science task")),
    "extend_science_task": (_("Grant more time"), _("Granted more time")),
    "accept_result": (_("Record the acceptance"), _("Recorded the acceptance")),
    "stop_science_task": (_("Stop the science task"), _("Stopped the science task")),
    "take_back_science_step": (
        _("Let the science task go on"),
        _("Took back the end of the science task"),
    ),
    "open_project": (_("Open a funded project"), _("Opened the funded project")),
    "report_project": (_("Record a report in counts"), _("Recorded a report in counts")),
    "void_project_report": (_("Void the report"), _("Voided the report")),
    "restore_project_report": (_("Let the report count again"), _("Restored the report")),
    "stop_project": (_("Stop the project"), _("Stopped the project")),
    "resume_project": (_("Let the project go on"), _("Resumed the project")),
}


@hooks.register("register_admin_viewset")
def register_advisory():
    """Put the room into the menu."""
    return AdvisoryViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(f"advisory.{name}", label, message)
