"""What commendation hangs up in the back office: its screens and the names of its verbs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.honours.admin_views import certificate, register
from lienhiep.honours.viewsets import HonoursViewSetGroup

VERBS = {
    "honours.load_forms": (_("Load the forms of honour"), _("Loaded the forms of honour")),
    "honours.nominate": (_("Nominate for an honour"), _("Nominated for an honour")),
    "honours.resubmit_nomination": (
        _("Send the nomination in again"),
        _("Sent the nomination in again"),
    ),
    "honours.record_votes": (
        _("Record the votes of the council"),
        _("Recorded the votes of the council"),
    ),
    "honours.return_nomination": (
        _("Return to be completed"),
        _("Returned the nomination to be completed"),
    ),
    "honours.refuse_nomination": (_("Refuse the nomination"), _("Refused the nomination")),
    "honours.withdraw_nomination": (_("Withdraw the nomination"), _("Withdrew the nomination")),
    "honours.reopen_nomination": (
        _("Open the nomination again"),
        _("Opened the nomination again"),
    ),
    "honours.decide_honours": (_("Decide the honours"), _("Decided the honours")),
    "honours.add_to_decision": (
        _("Add somebody of the same decision"),
        _("Added somebody of the same decision"),
    ),
    "honours.record_received_honour": (
        _("Record an honour received"),
        _("Recorded an honour received"),
    ),
    "honours.confer_honours": (_("Hand over"), _("Recorded the conferral")),
    "honours.take_back_conferral": (_("Take back the conferral"), _("Took back the conferral")),
    "honours.take_back_decision": (
        _("Take back the decision on the honour"),
        _("Took back the decision on the honour"),
    ),
    "honours.revoke_honour": (_("Revoke the honour"), _("Revoked the honour")),
    "honours.reinstate": (_("Give the honour back"), _("Gave the honour back")),
}


@hooks.register("register_admin_viewset")
def register_honours():
    """Put the room into the menu."""
    return HonoursViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_urls")
def register_papers():
    """Hang up the papers that are printed: the register of a year, and a certificate."""
    return [
        path("honours/register/", register, name="honours_register"),
        path("honours/honour/certificate/<int:pk>/", certificate, name="honours_certificate"),
    ]
