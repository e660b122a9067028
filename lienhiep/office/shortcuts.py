"""What the e-office puts on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import role_key
from lienhiep.core.shortcuts import register_home_figures, register_shortcuts, to_list, to_new
from lienhiep.office.models import OfficialDocument, Receipt
from lienhiep.office.rules import CLERKS, DRAFTERS, SIGNERS

ICON = "lh-office"

register_shortcuts(
    to_new(
        OfficialDocument,
        _("Register an incoming document"),
        icon=ICON,
        order=100,
        keys=CLERKS,
        address="office_incoming:add",
    ),
    to_new(
        OfficialDocument,
        _("Draft an outgoing document"),
        icon=ICON,
        order=110,
        keys=DRAFTERS,
        address="office_outgoing:add",
    ),
    to_list(
        OfficialDocument,
        _("Outgoing documents"),
        icon=ICON,
        order=128,
        keys=SIGNERS,
        address="office_outgoing:index",
    ),
    to_list(
        OfficialDocument,
        _("Incoming documents"),
        icon=ICON,
        order=130,
        keys=CLERKS | SIGNERS,
        address="office_incoming:index",
    ),
    to_list(Receipt, _("Who has acknowledged receipt"), icon=ICON, order=125, keys=CLERKS),
)
register_home_figures(
    {
        role_key(Role.RECORDS_CLERK): ("A05a", "A05b", "A03", "A04"),
        role_key(Role.OFFICE_MANAGER): ("A05", "A03"),
    },
    order=100,
)
