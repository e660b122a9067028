"""What is counted about the Union and its members: the figures B01 to B11."""

from lienhiep.associations.figures.congresses import (
    congresses_due,
    congresses_held,
    congresses_overdue,
    party_cell_congresses,
    party_cells,
)
from lienhiep.associations.figures.members import (
    affiliates,
    collective_members,
    member_associations,
    organisations_admitted,
    organisations_left,
    persons_admitted,
)
from lienhiep.associations.figures.people import (
    appointments_made,
    cadres_planned,
    degree_holders,
    members_total,
    professors,
    women,
    young_members,
)

__all__ = [
    "affiliates",
    "appointments_made",
    "cadres_planned",
    "collective_members",
    "congresses_due",
    "congresses_held",
    "congresses_overdue",
    "degree_holders",
    "member_associations",
    "members_total",
    "organisations_admitted",
    "organisations_left",
    "party_cell_congresses",
    "party_cells",
    "persons_admitted",
    "professors",
    "women",
    "young_members",
]
