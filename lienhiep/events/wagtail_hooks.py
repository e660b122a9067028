"""What this room hangs up in the back office: its screens and the names of its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.events.viewsets import EventsViewSetGroup

VERBS = {
    "events.plan_conference": (_("Plan a conference"), _("Planned the conference")),
    "events.plan_course": (_("Plan a course"), _("Planned the course")),
    "events.set_days": (_("Set other days"), _("Set other days for the event")),
    "events.postpone_event": (_("Postpone the event"), _("Postponed the event")),
    "events.cancel_event": (_("Cancel the event"), _("Cancelled the event")),
    "events.restore_event": (_("Take up the event again"), _("Took up the event again")),
    "events.open_registration": (_("Open registration"), _("Opened registration")),
    "events.close_registration": (_("Close registration"), _("Closed registration")),
    "events.register_attendee": (_("Register a participant"), _("Registered the participant")),
    "events.withdraw_registration": (
        _("Withdraw the registration"),
        _("Withdrew the registration"),
    ),
    "events.restore_registration": (
        _("Let the registration stand again"),
        _("Let the registration stand again"),
    ),
    "events.check_in": (_("Record as present"), _("Recorded the participant as present")),
    "events.undo_check_in": (_("Not present after all"), _("Took back the presence")),
    "events.forget_registration": (
        _("Take out names and addresses"),
        _("Took names and addresses out of the registration"),
    ),
    "events.record_held": (_("Record as held"), _("Recorded the event as held")),
    "events.hold_course": (_("Record the course as held"), _("Recorded the course as held")),
    "events.record_attendance": (
        _("Record a group that was present"),
        _("Recorded a group that was present"),
    ),
    "events.undo_held": (_("Take back that it was held"), _("Took back that it was held")),
    "events.record_conclusions": (_("Record conclusions"), _("Recorded conclusions")),
    "events.prepare_programme": (
        _("Prepare a coordination programme"),
        _("Began to prepare the programme"),
    ),
    "events.sign_programme": (_("Record the signing"), _("Recorded the signing")),
    "events.undo_signing": (_("Take back the signing"), _("Took back the signing")),
    "events.record_result": (_("Record the result of a year"), _("Recorded the result of a year")),
    "events.end_programme": (_("End the programme"), _("Ended the programme")),
    "events.resume_programme": (
        _("Resume or prolong the programme"),
        _("Resumed or prolonged the programme"),
    ),
    "events.promise_sponsorship": (_("Record a promise"), _("Recorded the promise")),
    "events.receive_sponsorship": (_("Record what was received"), _("Recorded what was received")),
    "events.undo_receipt": (_("Take back the receipt"), _("Took back the receipt")),
    "events.release_sponsorship": (_("Give up the promise"), _("Gave up the promise")),
    "events.renew_promise": (_("Let the promise stand again"), _("Let the promise stand again")),
    "events.record_charity": (_("Record charity"), _("Recorded the charity")),
    "events.record_delegation": (_("Record a delegation"), _("Recorded the delegation")),
}


@hooks.register("register_admin_viewset")
def register_events():
    """Put the room into the menu."""
    return EventsViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)
