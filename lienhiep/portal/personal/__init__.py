"""What the portal keeps about people, for how long, and how it is forgotten."""

from lienhiep.portal.personal import letters, questions

__all__ = ["letters", "questions"]
