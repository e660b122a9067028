"""What the counter of visits hangs up in the back office: its screen and the names of its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.visits.viewsets import DailyTallyViewSet

VERBS = {
    "visits.state_opening_balance": (
        _("State the balance carried over"),
        _("Stated the balance carried over"),
    ),
    "visits.void_opening_balance": (_("Void the balance"), _("Voided the balance")),
    "visits.restore_opening_balance": (_("Put the balance back"), _("Put the balance back in use")),
    "visits.load_page_openings": (_("Load reads of pages"), _("Loaded reads of pages")),
    "visits.load_daily_tallies": (_("Load visits by day"), _("Loaded visits by day")),
}


@hooks.register("register_admin_viewset")
def register_counter():
    """Put the counter into the menu."""
    return DailyTallyViewSet()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)
