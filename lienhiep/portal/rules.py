"""Who may say who the Union is."""

from lienhiep.core.principals import role_key
from lienhiep.core.rules import RowPolicy
from lienhiep.portal.models import SiteIdentity

KEEPERS = frozenset({role_key("administrator"), role_key("office_manager")})


class SiteIdentityPolicy(RowPolicy):
    """The administrator and the office manager set the Union's names and addresses."""

    readers_of_all = frozenset({"anyone"})
    verbs = {"change": KEEPERS, "add": KEEPERS}

    def may(self, user, verb, row=None):
        """There is one row; a second cannot be added."""
        if verb == "add" and SiteIdentity.objects.exists():
            return False
        if verb == "view" and row is None:
            # Everyone may read it, but only those who set it need its screen.
            return super().may(user, "change")
        return super().may(user, verb, row)
