"""The tables of the ground floor."""

from lienhiep.core.guarding import Guarded, GuardedQuerySet, RecordKey
from lienhiep.core.history import Recorded, RecordedQuerySet
from lienhiep.core.models.library import SiteDocument, SiteImage, SiteRendition

__all__ = [
    "Guarded",
    "GuardedQuerySet",
    "RecordKey",
    "Recorded",
    "RecordedQuerySet",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
]
