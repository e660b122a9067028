"""The records of the associations: members of the Union, and who sits where."""

from lienhiep.associations.models.admission import DOSSIER_PIECES, Admission, PersonsAdmitted
from lienhiep.associations.models.body import Body, Position, Term
from lienhiep.associations.models.cadre import (
    Appointment,
    CadrePlan,
    CadreReview,
    PlannedCadre,
)
from lienhiep.associations.models.congress import Congress
from lienhiep.associations.models.membership import Membership
from lienhiep.associations.models.seat import Seat
from lienhiep.associations.models.statement import PARTS_OF_MEMBERS, MemberStatement

__all__ = [
    "DOSSIER_PIECES",
    "PARTS_OF_MEMBERS",
    "Admission",
    "Appointment",
    "Body",
    "CadrePlan",
    "CadreReview",
    "Congress",
    "MemberStatement",
    "Membership",
    "PersonsAdmitted",
    "PlannedCadre",
    "Position",
    "Seat",
    "Term",
]
