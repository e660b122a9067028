"""What advice and science put on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.advisory.models import AdvisoryTask, ScienceTask
from lienhiep.advisory.rules import DECIDERS, PAYERS, WORKERS
from lienhiep.core.principals import role_key
from lienhiep.core.shortcuts import register_home_figures, register_shortcuts, to_list, to_new

ICON = "lh-advisory"

register_shortcuts(
    to_new(AdvisoryTask, _("Receive an advisory task"), icon=ICON, order=140, keys=WORKERS),
    to_list(
        AdvisoryTask,
        _("Advisory tasks"),
        icon=ICON,
        order=150,
        keys=WORKERS | DECIDERS | PAYERS,
    ),
    to_list(ScienceTask, _("Science tasks"), icon=ICON, order=320, keys=WORKERS | PAYERS),
)
register_home_figures(
    {
        role_key(Role.OFFICER): ("C01", "D01", "C05"),
        role_key(Role.OFFICE_MANAGER): ("C01", "D01"),
        role_key(Role.LEADER): ("C01", "D01"),
        role_key(Role.ACCOUNTANT): ("C09", "D02", "D05b"),
    },
    order=220,
)
