"""Who reads and who states reference values."""

from lienhiep.core.principals import ANYONE, role_key
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE, RowPolicy

STATED_BY = frozenset({role_key("administrator"), role_key("office_manager")})


class ReferencePolicy(RowPolicy):
    """Law is public; the administrator and the office manager keep it."""

    readers_of_all = frozenset({ANYONE})
    verbs = {ADD: STATED_BY, CHANGE: STATED_BY, DELETE: frozenset({role_key("administrator")})}
