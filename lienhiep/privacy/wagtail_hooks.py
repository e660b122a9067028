"""What the room of personal data hangs up in the back office."""

from typing import Any

from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import require_admin_access

from lienhiep.privacy.admin_views import (
    RegisterView,
    RetentionRuleView,
    RetentionView,
    notice,
    register_file,
)
from lienhiep.privacy.viewsets import PrivacyGroup

VERBS = {
    "privacy.record_breach": (_("Record a breach"), _("Breach recorded")),
    "privacy.tell_authority": (_("Tell the authority"), _("Authority told")),
    "privacy.tell_people": (_("Tell the people"), _("People told")),
    "privacy.close_breach": (_("Close a breach"), _("Breach closed")),
    "privacy.reopen_breach": (_("Open a breach again"), _("Breach opened again")),
    "privacy.file_dossier": (_("File the record of processing"), _("Record of processing filed")),
    "privacy.start_retention": (_("Start letting go"), _("Letting go started")),
    "privacy.run_retention": (_("Let go after its time"), _("Let go after its time")),
}


@hooks.register("register_admin_viewset")
def register_screens() -> PrivacyGroup:
    """Put the room into the menu."""
    return PrivacyGroup()


@hooks.register("register_log_actions")
def register_verbs(actions: Any) -> None:
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_urls")
def register_pages() -> list[Any]:
    """Hang up the register, what is due, and the papers."""
    return [
        path(
            "privacy/register/",
            require_admin_access(RegisterView.as_view()),
            name="privacy_register",
        ),
        re_path(
            r"^privacy/register/file\.(?P<kind>pdf|xlsx)$",
            register_file,
            name="privacy_register_file",
        ),
        path(
            "privacy/retention/",
            require_admin_access(RetentionView.as_view()),
            name="privacy_retention",
        ),
        path(
            "privacy/retention/<str:code>/",
            require_admin_access(RetentionRuleView.as_view()),
            name="privacy_retention_rule",
        ),
        path("privacy/breach/notice/<int:pk>/", notice, name="privacy_breach_notice"),
    ]
