"""What contests hang up in the back office: their screens and the names of their verbs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.contests.consent_paper import office_consent_form
from lienhiep.contests.viewsets import ContestsViewSetGroup

VERBS = {
    "contests.open_edition": (_("Open an edition"), _("Opened the edition")),
    "contests.assign_jurors": (_("Give out score sheets"), _("Gave out score sheets")),
    "contests.publish_results": (_("Publish the results"), _("Published the results")),
    "contests.take_back_results": (_("Take back the results"), _("Took back the results")),
    "contests.issue_certificates": (
        _("Number the certificates"),
        _("Numbered the certificates"),
    ),
    "contests.cancel_edition": (_("Call the edition off"), _("Called the edition off")),
    "contests.restore_edition": (
        _("Take back the cancellation"),
        _("Took back the cancellation"),
    ),
    "contests.forget_contacts": (
        _("Delete the contacts of representatives"),
        _("Deleted the contacts of representatives after their time"),
    ),
    "contests.receive_entry": (_("Receive an entry"), _("Received the entry")),
    "contests.load_entries": (_("Load entries"), _("Loaded entries")),
    "contests.add_papers": (_("Add files to the entry"), _("Added files to the entry")),
    "contests.record_author_papers": (
        _("Record an author's papers"),
        _("Recorded an author's papers"),
    ),
    "contests.accept_entry": (_("Admit to the contest"), _("Admitted the entry")),
    "contests.refuse_entry": (_("Do not admit"), _("Did not admit the entry")),
    "contests.take_back_check": (_("Take back the check"), _("Took back the check")),
    "contests.withdraw_entry": (_("Record a withdrawal"), _("Recorded the withdrawal")),
    "contests.restore_entry": (_("Take back the withdrawal"), _("Took back the withdrawal")),
    "contests.award_prize": (_("Give a prize"), _("Gave the prize")),
    "contests.withdraw_prize": (_("Withdraw the prize"), _("Withdrew the prize")),
    "contests.restore_prize": (_("Give the prize back"), _("Gave the prize back")),
    "contests.nominate_entry": (
        _("Send to the national round"),
        _("Sent the entry to the national round"),
    ),
    "contests.recall_nomination": (_("Recall the nomination"), _("Recalled the nomination")),
    "contests.restore_nomination": (_("Take back the recall"), _("Took back the recall")),
    "contests.record_national_result": (
        _("Record the national result"),
        _("Recorded the national result"),
    ),
    "contests.take_back_national_result": (
        _("Take back the national result"),
        _("Took back the national result"),
    ),
    "contests.appoint_juror": (_("Appoint a juror"), _("Appointed the juror")),
    "contests.dismiss_juror": (_("Let the juror leave"), _("Let the juror leave the jury")),
    "contests.submit_score": (_("Submit the sheet"), _("Submitted the sheet")),
    "contests.reopen_score": (_("Give the sheet back"), _("Gave the sheet back")),
    "contests.excuse_juror": (_("Excuse the juror"), _("Excused the juror")),
    "contests.recall_juror": (_("Take back the excuse"), _("Took back the excuse")),
}


@hooks.register("register_admin_viewset")
def register_contests():
    """Put the room into the menu."""
    return ContestsViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_urls")
def register_papers():
    """Hang up the form of consent of an entry."""
    return [
        path(
            "contests/entry/consent-form/<int:pk>/",
            office_consent_form,
            name="contests_consent_form",
        )
    ]
