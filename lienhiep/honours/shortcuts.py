"""What commendation puts on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import role_key
from lienhiep.core.shortcuts import register_home_figures, register_shortcuts, to_list, to_new
from lienhiep.honours.models import Honour, Nomination
from lienhiep.honours.rules import CLERKS, LEADERS

ICON = "lh-honours"

register_shortcuts(
    to_new(Nomination, _("Enter a nomination"), icon=ICON, order=160, keys=CLERKS),
    to_list(Honour, _("Honours"), icon=ICON, order=265, keys=LEADERS),
)
register_home_figures(
    {role_key(Role.OFFICE_MANAGER): ("G01",), role_key(Role.LEADER): ("G01",)}, order=260
)
