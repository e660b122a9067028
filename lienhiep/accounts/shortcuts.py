"""What accounts put on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import DataRequest, User
from lienhiep.accounts.rules import ADMINISTRATORS, INVITE
from lienhiep.core.rules import policy_of
from lienhiep.core.shortcuts import register_shortcuts, to_list, to_page

ICON = "lh-accounts"

register_shortcuts(
    to_page(
        "accounts_users:invite",
        _("Invite somebody"),
        icon=ICON,
        order=890,
        keys=ADMINISTRATORS,
        opens=lambda user: policy_of(User).may(user, INVITE),
    ),
    to_list(User, _("Accounts"), icon=ICON, order=900, keys=ADMINISTRATORS),
    to_list(
        DataRequest, _("Requests about personal data"), icon=ICON, order=910, keys=ADMINISTRATORS
    ),
)
