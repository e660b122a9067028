"""The records of the associations: members of the Union, and who sits where."""

from lienhiep.associations.models.body import Body, Position, Term
from lienhiep.associations.models.membership import Membership
from lienhiep.associations.models.seat import Seat

__all__ = ["Body", "Membership", "Position", "Seat", "Term"]
