"""What contests count: the figures F01 to F08, and the ranking of an edition."""

from lienhiep.contests.figures.catalogue import (
    authors_entered,
    award_works,
    editions_held,
    entries_by_field,
    entries_nominated,
    entries_received,
    national_prizes,
    prize_money,
    provincial_prizes,
    units_entered,
)
from lienhiep.contests.figures.ranking import Ranked, ranking_of

__all__ = [
    "Ranked",
    "authors_entered",
    "award_works",
    "editions_held",
    "entries_by_field",
    "entries_nominated",
    "entries_received",
    "national_prizes",
    "prize_money",
    "provincial_prizes",
    "ranking_of",
    "units_entered",
]
