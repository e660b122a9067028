"""What the e-office hangs up in the back office: its screens and the names of its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.office.viewsets import OfficeViewSetGroup

VERBS = {
    "office.register_incoming": (_("Register a document"), _("Registered the document")),
    "office.load_register": (_("Take over a register"), _("Took over entries of a register")),
    "office.name_readers": (_("Name the readers"), _("Named the readers")),
    "office.draft_outgoing": (_("Draft a document"), _("Put the draft forward")),
    "office.sign_outgoing": (_("Sign the document"), _("Signed the document")),
    "office.take_back_signature": (_("Take back the signature"), _("Took back the signature")),
    "office.issue_outgoing": (_("Give the number and issue"), _("Gave the number and issued")),
    "office.issue_late": (_("Give a late number (15a)"), _("Gave a late number and issued")),
    "office.assign_document": (_("Assign the document"), _("Assigned the document")),
    "office.take_back_assignment": (
        _("Take back the assignment"),
        _("Took back the assignment"),
    ),
    "office.mark_handled": (_("Record as handled"), _("Recorded the document as handled")),
    "office.close_document": (_("File the document"), _("Filed the document")),
    "office.reopen_document": (
        _("Take back handling or filing"),
        _("Took back handling or filing"),
    ),
    "office.publish_document": (_("Put on the public site"), _("Put the document on the site")),
    "office.unpublish_document": (
        _("Take off the public site"),
        _("Took the document off the site"),
    ),
    "office.withdraw_document": (_("Recall the document"), _("Recalled the document")),
    "office.void_document": (_("Declare void"), _("Declared the document void")),
    "office.restore_document": (_("Put back in force"), _("Put the document back in force")),
    "office.dispatch_document": (
        _("Forward to member associations"),
        _("Forwarded the document to associations"),
    ),
    "office.load_dispatch": (_("Take over a sending"), _("Took over a sending of the past")),
    "office.cancel_dispatch": (_("Cancel the sending"), _("Cancelled the sending")),
    "office.restore_dispatch": (
        _("Let the sending stand again"),
        _("Let the sending stand again, as before"),
    ),
    "office.remind_unread": (_("Remind of the acknowledgement"), _("Sent reminders")),
    "office.note_opening": (_("Open a document"), _("Opened the document first")),
    "office.acknowledge_receipt": (_("Acknowledge a document"), _("Acknowledged the document")),
    "office.acknowledge_on_behalf": (
        _("Record the acknowledgement"),
        _("Recorded the acknowledgement"),
    ),
    "office.return_receipt": (_("Record as returned"), _("Returned the document")),
    "office.reopen_receipt": (
        _("Take back acknowledgement or return"),
        _("Took back acknowledgement or return"),
    ),
    "office.open_review": (_("Open a review"), _("Opened the review")),
    "office.ask_for_reports": (_("Ask for reports"), _("Asked for reports")),
    "office.record_report": (_("Record the report"), _("Recorded the report")),
    "office.take_back_report": (_("Take back the report"), _("Took back the report")),
    "office.release_request": (_("Ask no longer"), _("Asked no longer for a report")),
    "office.restore_request": (_("Ask again"), _("Asked for the report again")),
    "office.conclude_review": (_("Conclude the review"), _("Concluded the review")),
    "office.reopen_review": (_("Take back the conclusion"), _("Took back the conclusion")),
    "office.reserve_numbers": (_("Reserve numbers"), _("Reserved numbers")),
    "office.explain_number": (_("Declare a number void"), _("Declared a number void")),
}


@hooks.register("register_admin_viewset")
def register_office():
    """Put the room into the menu."""
    return OfficeViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)
