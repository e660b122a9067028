"""Readers who hold just the keys that a test gives them."""

from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE, SIGNED_IN


class Reader:
    """Somebody signed in; the rooms that give keys to accounts are not asked."""

    is_authenticated = True
    is_active = True
    pk = 0

    def __init__(self, *keys):
        self._principals = {today(): frozenset({ANYONE, SIGNED_IN, *keys})}
