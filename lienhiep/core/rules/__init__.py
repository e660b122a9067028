"""Who may do what with a record: asked the same way by every screen, list and file."""

from lienhiep.core.rules.policy import RowPolicy, policy_of, register_policy
from lienhiep.core.rules.reasons import Refusal, why_not

__all__ = ["Refusal", "RowPolicy", "policy_of", "register_policy", "why_not"]
