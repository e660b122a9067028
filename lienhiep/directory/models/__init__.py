"""Persons, organisations and administrative units."""

from lienhiep.directory.models.group import DirectoryGroup, GroupMembership
from lienhiep.directory.models.merge import MergeRecord
from lienhiep.directory.models.mergeable import KEEPABLE, Mergeable
from lienhiep.directory.models.organisation import (
    Organisation,
    OrganisationAlias,
    OrganisationName,
    OrganisationSuccession,
)
from lienhiep.directory.models.person import Affiliation, Person, PersonName
from lienhiep.directory.models.unit import (
    AdministrativeUnit,
    UnitChange,
    UnitStatement,
    UnitSuccession,
)

__all__ = [
    "KEEPABLE",
    "AdministrativeUnit",
    "Affiliation",
    "DirectoryGroup",
    "GroupMembership",
    "MergeRecord",
    "Mergeable",
    "Organisation",
    "OrganisationAlias",
    "OrganisationName",
    "OrganisationSuccession",
    "Person",
    "PersonName",
    "UnitChange",
    "UnitStatement",
    "UnitSuccession",
]
