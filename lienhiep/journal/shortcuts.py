"""What the journal puts on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import role_key
from lienhiep.core.shortcuts import register_home_figures, register_shortcuts, to_list, to_new
from lienhiep.journal.models import Article, Delivery, Issue
from lienhiep.journal.rules import EDITORS, SECRETARY, SIGNERS

ICON = "lh-journal"

register_shortcuts(
    to_new(Article, _("Take in a manuscript"), icon=ICON, order=200, keys=EDITORS),
    to_list(Article, _("Articles"), icon=ICON, order=205, keys=EDITORS),
    to_list(Issue, _("Journal issues"), icon=ICON, order=210, keys=SECRETARY | SIGNERS),
    to_list(Delivery, _("Deliveries"), icon=ICON, order=215, keys=SECRETARY),
)
register_home_figures(
    {
        role_key(Role.JOURNAL_SECRETARY): ("E01", "E04", "E04a", "E02", "E05"),
        role_key(Role.EDITOR): ("E01", "E04a"),
        role_key(Role.LEADER): ("E01",),
    },
    order=200,
)
