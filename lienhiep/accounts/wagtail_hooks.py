"""What this room hangs up in the back office."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.accounts.views.back_office import request_data, request_letter
from lienhiep.accounts.viewsets import (
    AccountViewSet,
    ConsentTextViewSet,
    ConsentViewSet,
    DataRequestViewSet,
)
from lienhiep.core.viewsets import RoomGroup

VERBS = {
    "accounts.acknowledge_request": (_("Acknowledge a request"), _("Request acknowledged")),
    "accounts.answer_data_request": (_("Answer a request"), _("Request answered")),
    "accounts.ask_about_data": (_("Ask about personal data"), _("Request made")),
    "accounts.change_contact": (_("Change address or number"), _("Address or number changed")),
    "accounts.change_profile": (_("Change the profile"), _("Profile changed")),
    "accounts.deactivate_user": (_("Close the account"), _("Account closed")),
    "accounts.end_other_sessions": (_("Sign out elsewhere"), _("Signed out elsewhere")),
    "accounts.end_restriction": (_("End a restriction"), _("Restriction ended")),
    "accounts.erase_on_request": (_("Erase on request"), _("Data erased on request")),
    "accounts.extend_request": (_("Extend the term"), _("Term extended")),
    "accounts.follow_text": (_("Write the next version"), _("Next version drafted")),
    "accounts.put_text_in_force": (_("Put a text in force"), _("Text put in force")),
    "accounts.take_back_text": (_("Take back a text"), _("Text taken back")),
    "accounts.end_role": (_("End a role"), _("Role ended")),
    "accounts.end_second_step": (_("Take away the second step"), _("Second step taken away")),
    "accounts.end_session": (_("End a session"), _("Session ended")),
    "accounts.grant_role": (_("Give a role"), _("Role given")),
    "accounts.invite_user": (_("Invite somebody"), _("Account made")),
    "accounts.link_person": (_("Say who this is"), _("Person of the account stated")),
    "accounts.print_one_time_code": (_("Print a one-time code"), _("One-time code printed")),
    "accounts.reactivate_user": (_("Open the account again"), _("Account opened again")),
    "accounts.record_consent": (_("Record a consent"), _("Consent given")),
    "accounts.set_password": (_("Set a password"), _("Password set")),
    "accounts.use_one_time_code": (_("Use a one-time code"), _("One-time code used")),
    "accounts.withdraw_consent": (_("Withdraw a consent"), _("Consent withdrawn")),
}


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give the history words for what is done in this room."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


class AccountsGroup(RoomGroup):
    """Accounts, consents and requests about personal data."""

    menu_label = _("Accounts")
    menu_icon = "lh-accounts"
    menu_order = 900
    items = (AccountViewSet, ConsentViewSet, ConsentTextViewSet, DataRequestViewSet)


@hooks.register("register_admin_viewset")
def register_screens():
    """Register the room's screens."""
    return AccountsGroup()


@hooks.register("register_admin_urls")
def register_papers():
    """Hang up the papers of a request: what is kept of the person, and the answer to print."""
    return [
        path("data-requests/<int:pk>/data/", request_data, name="accounts_request_data"),
        path("data-requests/<int:pk>/letter/", request_letter, name="accounts_request_letter"),
    ]


@hooks.register("register_account_menu_item")
def my_account_menu_item(request):
    """Lead from the back office to one's own account."""
    return {
        "url": reverse("accounts_mine"),
        "label": _("My account"),
        "help_text": _("Name, language, password, second step, sessions and my data."),
    }
