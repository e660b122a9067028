"""What this room hangs up in the back office: its screens and the names of its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.associations.viewsets import AssociationsViewSetGroup

VERBS = {
    "associations.admit_member": (_("Admit to the Union"), _("Admitted the organisation")),
    "associations.refuse_admission": (_("Refuse the application"), _("Refused the application")),
    "associations.withdraw_application": (
        _("Record that it was withdrawn"),
        _("Recorded that the application was withdrawn"),
    ),
    "associations.take_back_decision": (
        _("Take back the decision on the application"),
        _("Took back the decision on the application"),
    ),
    "associations.leave_union": (
        _("Record that it leaves the Union"),
        _("Recorded that it left the Union"),
    ),
    "associations.return_to_union": (
        _("Take back that it left"),
        _("Took back that it left the Union"),
    ),
    "associations.fill_seat": (_("Fill a seat"), _("Filled the seat")),
    "associations.leave_seat": (
        _("Record that the seat is left"),
        _("Recorded that the seat was left"),
    ),
    "associations.return_to_seat": (
        _("Take back that it was left"),
        _("Took back that the seat was left"),
    ),
    "associations.dissolve_body": (_("Dissolve the body"), _("Dissolved the body")),
    "associations.restore_body": (
        _("Take back that it ended"),
        _("Took back that the body ended"),
    ),
    "associations.plan_congress": (_("Plan a congress"), _("Planned the congress")),
    "associations.hold_congress": (_("Record the congress"), _("Recorded the congress")),
    "associations.report_congress": (
        _("Record the report of the congress"),
        _("Recorded the report of the congress"),
    ),
    "associations.cancel_congress": (_("Cancel the congress"), _("Cancelled the congress")),
    "associations.reopen_congress": (
        _("Take back the last step of the congress"),
        _("Took back the last step of the congress"),
    ),
    "associations.state_members": (_("State the members"), _("Stated the members")),
    "associations.record_persons_admitted": (
        _("Record persons admitted"),
        _("Recorded persons admitted"),
    ),
    "associations.take_back_statement": (
        _("Take the statement back"),
        _("Took the statement back"),
    ),
    "associations.restore_statement": (
        _("Let the statement count again"),
        _("Let the statement count again, which had been taken back"),
    ),
    "associations.review_plan": (
        _("Record the yearly review"),
        _("Recorded the review of the cadre plan"),
    ),
    "associations.appoint": (_("Record an appointment"), _("Recorded the appointment")),
    "associations.revoke_appointment": (
        _("Revoke the appointment"),
        _("Revoked the appointment"),
    ),
    "associations.restore_appointment": (
        _("Let the appointment stand again"),
        _("Let the appointment stand again, which had been revoked"),
    ),
}


@hooks.register("register_admin_viewset")
def register_associations():
    """Put the room into the menu."""
    return AssociationsViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)
