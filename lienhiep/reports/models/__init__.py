"""Reports, what is written in them, and the figures as they stood when they were signed."""

from lienhiep.reports.models.frozen import FrozenFigure, FrozenRecord, amount_of
from lienhiep.reports.models.report import Report, ReportQuerySet, Section
from lienhiep.reports.models.statement import Statement

__all__ = [
    "FrozenFigure",
    "FrozenRecord",
    "Report",
    "ReportQuerySet",
    "Section",
    "Statement",
    "amount_of",
]
