"""Reports, what is written in them, and the figures as they stood when they were signed."""

from lienhiep.reports.models.frozen import FrozenFigure, FrozenRecord, amount_of
from lienhiep.reports.models.report import Report, ReportQuerySet, Section
from lienhiep.reports.models.statement import Statement
from lienhiep.reports.models.word_template import WordTemplate, template_in_use

__all__ = [
    "FrozenFigure",
    "FrozenRecord",
    "Report",
    "ReportQuerySet",
    "Section",
    "Statement",
    "WordTemplate",
    "amount_of",
    "template_in_use",
]
