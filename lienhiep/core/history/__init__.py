"""One history for every record: who changed what, when, from what to what, and why.

The entries stand in Wagtail's own model log, so that its screens show them too.
`Recorded.save()` writes them; nobody has to remember to.
"""

from lienhiep.core.history.bulk import record_all
from lienhiep.core.history.gathering import acting_user, verb
from lienhiep.core.history.reading import Change, Entry, entries_of, last_change
from lienhiep.core.history.recorded import Recorded, RecordedQuerySet, UnrecordedChange

__all__ = [
    "Change",
    "Entry",
    "Recorded",
    "RecordedQuerySet",
    "UnrecordedChange",
    "acting_user",
    "entries_of",
    "last_change",
    "record_all",
    "verb",
]
