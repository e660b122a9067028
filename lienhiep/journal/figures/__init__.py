"""What the journal counts: the figures E01 to E05, and plan against print by subject."""

from lienhiep.journal.figures.balance import SubjectBalance, balance_of_issue, balance_of_year
from lienhiep.journal.figures.catalogue import (
    articles_published,
    articles_received,
    communes_reached,
    contributors,
    copies_printed,
    departments_reached,
    exchange_partners,
    issues_published,
    numbers_planned,
    places_reached,
    subject_page_shares,
    subject_shares,
)

__all__ = [
    "SubjectBalance",
    "articles_published",
    "articles_received",
    "balance_of_issue",
    "balance_of_year",
    "communes_reached",
    "contributors",
    "copies_printed",
    "departments_reached",
    "exchange_partners",
    "issues_published",
    "numbers_planned",
    "places_reached",
    "subject_page_shares",
    "subject_shares",
]
