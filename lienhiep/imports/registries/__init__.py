"""The registries that take spreadsheets, one file each; importing it hangs them up."""

from lienhiep.imports.registries import persons

__all__ = ["persons"]
