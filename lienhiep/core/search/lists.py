"""Searching a back-office list in the search table."""

from __future__ import annotations

from django.db import models


def is_searchable(model: type[models.Model]) -> bool:
    """Return whether records of this kind stand in the search table."""
    from lienhiep.core.search import registry  # rooms register at start-up

    return registry.is_registered(model)


def matching(model: type[models.Model], text: str) -> models.QuerySet:
    """Return the ids of the records that match, for use inside another query."""
    from lienhiep.core.search.query import ids_matching

    return ids_matching(model, text)
