"""Who may do what on the sample screens."""

from lienhiep.core.rules import RowPolicy

OFFICER = frozenset({"role:officer"})
LEADER = frozenset({"role:leader"})


class LeafletPolicy(RowPolicy):
    """Officers write; leaders read all and publish."""

    readers_of_all = LEADER
    verbs = {
        "add": OFFICER,
        "change": OFFICER | LEADER,
        "delete": OFFICER,
        "publish": LEADER,
        "lock": LEADER,
        "unlock": LEADER,
    }

    def hidden_fields(self, user, row=None):
        return self.secret_for(user)

    def secret_for(self, user):
        from lienhiep.core.principals import principals

        return frozenset() if principals(user) & LEADER else frozenset({"secret"})


class VisitPolicy(RowPolicy):
    """Officers write what they may see; what a visit cost is for leaders."""

    readers_of_all = LEADER
    verbs = {"add": OFFICER, "change": OFFICER, "delete": OFFICER, "finish": OFFICER}

    def row_allows(self, user, verb, row):
        return verb == "view" or not row.is_done

    def hidden_fields(self, user, row=None):
        from lienhiep.core.principals import principals

        return frozenset() if principals(user) & LEADER else frozenset({"paid"})
