"""What the directory puts on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.principals import role_key
from lienhiep.core.shortcuts import register_shortcuts, to_list
from lienhiep.directory.models import Organisation, Person

ICON = "lh-directory"
USERS = frozenset(map(role_key, ("office_manager", "records_clerk", "officer", "accountant")))

register_shortcuts(
    to_list(Person, _("Persons"), icon=ICON, order=600, keys=USERS),
    to_list(Organisation, _("Organisations"), icon=ICON, order=605, keys=USERS),
)
