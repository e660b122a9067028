"""What the journal hangs up in the back office: its screens and the names of its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.journal.viewsets import JournalViewSetGroup

VERBS = {
    "journal.plan_year": (_("Plan a year"), _("Planned the year")),
    "journal.set_subject_targets": (_("Set the shares"), _("Set the planned shares by subject")),
    "journal.approve_plan": (_("Approve the plan"), _("Approved the plan")),
    "journal.open_issue": (_("Open an issue"), _("Opened the issue")),
    "journal.move_issue": (_("Move to another stage"), _("Moved the issue to another stage")),
    "journal.sign_for_print": (_("Sign for print"), _("Signed the issue for print")),
    "journal.mark_printed": (_("Record the printing"), _("Recorded the printing")),
    "journal.record_deposit": (_("Record the legal deposit"), _("Recorded the legal deposit")),
    "journal.publish_issue": (_("Publish the issue"), _("Published the issue")),
    "journal.reopen_issue": (_("Take back the last step"), _("Took back the last step")),
    "journal.withdraw_issue": (_("Withdraw from circulation"), _("Withdrew the issue")),
    "journal.restore_issue": (_("Put back into circulation"), _("Put the issue back")),
    "journal.snapshot_distribution": (
        _("Copy the distribution list"),
        _("Copied the distribution list"),
    ),
    "journal.deliver_issue": (_("Record the sending"), _("Recorded the sending")),
    "journal.record_exchange": (_("Record an exchange"), _("Recorded a journal received")),
    "journal.receive_article": (_("Receive a manuscript"), _("Received the manuscript")),
    "journal.accept_article": (_("Accept the manuscript"), _("Accepted the manuscript")),
    "journal.refuse_article": (_("Refuse the manuscript"), _("Refused the manuscript")),
    "journal.take_back_decision": (_("Take back the decision"), _("Took back the decision")),
    "journal.place_article": (_("Place in an issue"), _("Placed the article in an issue")),
    "journal.take_out_article": (_("Take out of the issue"), _("Took the article out")),
    "journal.ask_for_proof": (_("Send the proof"), _("Sent the proof to the contributors")),
    "journal.answer_proof": (_("Answer the proof"), _("Answered the proof")),
    "journal.load_articles": (_("Load articles"), _("Loaded articles")),
}


@hooks.register("register_admin_viewset")
def register_journal():
    """Put the room into the menu."""
    return JournalViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)
