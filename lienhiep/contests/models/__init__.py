"""The records of contests and awards (cuộc thi, hội thi, giải thưởng)."""

from lienhiep.contests.models.contest import (
    Contest,
    ContestField,
    Criterion,
    Edition,
    EditionOrganiser,
    PrizeLevel,
)
from lienhiep.contests.models.entry import Entry, EntryAuthor, Mentor, RepresentativeContact
from lienhiep.contests.models.jury import Juror, Mark, Score
from lienhiep.contests.models.prize import Nomination, Prize

__all__ = [
    "Contest",
    "ContestField",
    "Criterion",
    "Edition",
    "EditionOrganiser",
    "Entry",
    "EntryAuthor",
    "Juror",
    "Mark",
    "Mentor",
    "Nomination",
    "Prize",
    "PrizeLevel",
    "RepresentativeContact",
    "Score",
]
