"""The records of the journal (tập san)."""

from lienhiep.journal.models.article import Article, ArticleAuthor
from lienhiep.journal.models.distribution import (
    Delivery,
    DistributionLine,
    DistributionList,
    ReceivedExchange,
)
from lienhiep.journal.models.issue import Issue, IssueNumber
from lienhiep.journal.models.licence import Licence
from lienhiep.journal.models.plan import PlannedIssue, Subject, SubjectTarget, YearPlan

__all__ = [
    "Article",
    "ArticleAuthor",
    "Delivery",
    "DistributionLine",
    "DistributionList",
    "Issue",
    "IssueNumber",
    "Licence",
    "PlannedIssue",
    "ReceivedExchange",
    "Subject",
    "SubjectTarget",
    "YearPlan",
]
