"""Who may do what with papers."""

from lienhiep.core.principals import principals
from lienhiep.core.rules import RowPolicy

OFFICER = frozenset({"role:officer"})
LEADER = frozenset({"role:leader"})


class PaperPolicy(RowPolicy):
    """Officers write what they may see; the note is for leaders."""

    readers_of_all = LEADER
    verbs = {"add": OFFICER, "change": OFFICER | LEADER, "delete": OFFICER}

    def hidden_fields(self, user, row=None):
        return frozenset() if principals(user) & LEADER else frozenset({"note"})
