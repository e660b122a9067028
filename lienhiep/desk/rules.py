"""Who may read how somebody wants to be written to: that person alone."""

from lienhiep.core.principals import SIGNED_IN
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import CHANGE
from lienhiep.desk.models import MailChoice


class MailChoicePolicy(RowPolicy):
    """Everybody sets their own mail; nobody reads or sets another's."""

    verbs = {CHANGE: frozenset({SIGNED_IN})}


def register_policies() -> None:
    """Register the policy; called when the room opens."""
    register_policy(MailChoice, MailChoicePolicy)
