"""What the portal keeps about people, for how long, and how it is forgotten."""

from lienhiep.portal.personal import letters, questions, subscriptions

__all__ = ["letters", "questions", "subscriptions"]
