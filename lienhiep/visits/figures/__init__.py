"""What the counter of visits tells: E07 for reports, and the numbers of this moment."""

from lienhiep.visits.figures.catalogue import visits_in_period, visits_total
from lienhiep.visits.figures.now import NumbersNow, numbers_now
from lienhiep.visits.figures.pages import ReadPage, by_device, most_read, reads_of
from lienhiep.visits.figures.series import by_day, by_month, by_year

__all__ = [
    "NumbersNow",
    "ReadPage",
    "by_day",
    "by_device",
    "by_month",
    "by_year",
    "most_read",
    "numbers_now",
    "reads_of",
    "visits_in_period",
    "visits_total",
]
