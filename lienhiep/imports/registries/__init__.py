"""The registries that take spreadsheets, one file each; importing it hangs them up."""

from lienhiep.imports.registries import associations, documents, entries, honours, persons

__all__ = ["associations", "documents", "entries", "honours", "persons"]
