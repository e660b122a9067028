"""What people do with the records of the directory."""

from lienhiep.directory.actions.merging import Unmerged, merge_organisations, merge_persons, unmerge
from lienhiep.directory.actions.renaming import rename_organisation, rename_person
from lienhiep.directory.actions.succeeding import record_succession

__all__ = [
    "Unmerged",
    "merge_organisations",
    "merge_persons",
    "record_succession",
    "rename_organisation",
    "rename_person",
    "unmerge",
]
