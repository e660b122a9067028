"""Searching a back-office list in the search table."""

from lienhiep.core.search.query import ids_matching as matching
from lienhiep.core.search.registry import is_registered as is_searchable

__all__ = ["is_searchable", "matching"]
